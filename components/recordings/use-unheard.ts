"use client";

import { useEffect, useState } from "react";
import { subscribeUserEvents } from "@/lib/realtime/user-events";
import { onWake } from "@/lib/realtime/wake";
import { countUnheard } from "@/lib/recordings/unheard";
import { connect } from "@/lib/supabase/connect";

/** How many voicemails this person has not played yet; 0 while that is not known. */
export function useUnheard(): number {
  const [unheard, setUnheard] = useState(0);
  useEffect(() => {
    let mounted = true;
    const look = async () => {
      const count = await countUnheard(await connect());
      if (mounted) setUnheard(count);
    };
    // A badge that could not be counted stays as it is until there is news.
    const count = () => void look().catch(() => undefined);
    // The channel reports a gap when it is joined first, too.
    const stops = [
      subscribeUserEvents("recording", count),
      subscribeUserEvents("gap", count),
      onWake(count),
    ];
    return () => {
      mounted = false;
      for (const stop of stops) stop();
    };
  }, []);
  return unheard;
}
