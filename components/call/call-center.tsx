"use client";

import { useEffect } from "react";
import { MissedCalls } from "@/components/call/missed-calls";
import { useCallSurface } from "@/components/call/use-call-surface";
import { useVoice } from "@/components/call/use-voice";
import { useViewer } from "@/components/shell/viewer-context";
import { startVoice } from "@/lib/calls/client/voice";

/**
 * Calls, for the whole signed-in shell: makes the tab reachable, rings, and holds the call bar
 * while pages change below it. Mount it once, above the pages.
 */
export function CallCenter() {
  const { id } = useViewer();
  const { call, device } = useVoice();
  // Loaded ahead: a call that rings must not wait for its dialog.
  const Surface = useCallSurface(device !== "off" || call.phase !== "idle");
  useEffect(() => startVoice(id), [id]);

  return (
    <>
      {/* For scripts that drive the page: whether this browser can be called by now. */}
      <span hidden data-voice-device={device} />
      <MissedCalls />
      {Surface && call.phase !== "idle" ? <Surface /> : null}
    </>
  );
}
