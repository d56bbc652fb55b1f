"use client";

import { useEffect } from "react";
import { notify } from "@/components/ui/notify";
import { callerName } from "@/lib/calls/client/caller-name";
import type { MissedCall } from "@/lib/calls/client/engine";
import { commandVoice, onMissedCall } from "@/lib/calls/client/voice";

async function tell(missed: MissedCall) {
  const { callId, callerId, matchId } = missed;
  const displayName = missed.displayName ?? (await callerName(callerId));
  if (!displayName) return;
  const peer = { profileId: callerId, displayName, matchId };
  void notify(`Missed call from ${displayName}`, {
    id: callId,
    action: { label: "Call back", onClick: () => void commandVoice({ type: "dial", peer }) },
  });
}

/** Says who called in vain, with a way to call back. */
export function MissedCalls() {
  useEffect(() => onMissedCall((missed) => void tell(missed)), []);
  return null;
}
