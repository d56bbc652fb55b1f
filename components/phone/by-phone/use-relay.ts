"use client";

import { useCallback, useEffect, useState } from "react";
import { openRelay, type Relay } from "@/lib/calls/client/phone/relay";
import type { ApiFailure } from "@/lib/http/call-api";
import { onWake } from "@/lib/realtime/wake";

interface RelayState {
  /** Null while it is fetched for the first time, or after a failure. */
  relay: Relay | null;
  failure: ApiFailure | null;
  /** Fetches it again, keeping what is shown meanwhile. */
  refresh: () => Promise<void>;
}

/** The relay of a match, opened while the component is there and fetched again when the page wakes. */
export function useRelay(matchId: string): RelayState {
  const [state, setState] = useState<Omit<RelayState, "refresh">>({ relay: null, failure: null });
  const refresh = useCallback(async () => {
    const found = await openRelay(matchId);
    if ("code" in found) setState(({ relay }) => ({ relay, failure: found }));
    else setState({ relay: found, failure: null });
  }, [matchId]);
  useEffect(() => {
    void refresh();
    return onWake(() => void refresh());
  }, [refresh]);
  return { ...state, refresh };
}
