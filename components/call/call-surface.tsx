"use client";

import { CallBar } from "@/components/call/call-bar";
import { useVoice } from "@/components/call/use-voice";
import { VoiceRing } from "@/components/call/voice-ring";
import type { CallState } from "@/lib/calls/client/call-state";

/** A call that nobody took here leaves a notice, not a bar. */
function showsBar(call: CallState): boolean {
  if (call.phase === "idle" || call.phase === "incoming") return false;
  const neverTaken = call.direction === "incoming" && call.openedAt === null;
  return call.phase !== "ended" || !neverTaken || call.reason === "elsewhere" || !!call.problem;
}

/** All that is seen of a call. Loaded when the first one comes. */
export function CallSurface() {
  const view = useVoice();
  if (view.call.phase === "idle") return null;
  return (
    <>
      {showsBar(view.call) ? <CallBar view={view} call={view.call} /> : null}
      <VoiceRing view={view} call={view.call} />
    </>
  );
}
