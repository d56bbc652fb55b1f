"use client";

import { lazy, Suspense, useEffect } from "react";
import { MissedCalls } from "@/components/call/missed-calls";
import { useVoice } from "@/components/call/use-voice";
import { useViewer } from "@/components/shell/viewer-context";
import { startVoice } from "@/lib/calls/client/voice";

const loadSurface = () => import("@/components/call/call-surface");
const CallSurface = lazy(loadSurface);

/**
 * Calls, for the whole signed-in shell: makes the tab reachable, rings, and holds the call bar
 * while pages change below it. Mount it once, above the pages.
 */
export function CallCenter() {
  const { id } = useViewer();
  const { call, device } = useVoice();

  useEffect(() => startVoice(id), [id]);
  useEffect(() => {
    // A call that rings must not wait for its dialog to be loaded.
    if (device === "ready") void loadSurface();
  }, [device]);

  return (
    <>
      {/* For scripts that drive the page: whether this browser can be called by now. */}
      <span hidden data-voice-device={device} />
      <MissedCalls />
      <Suspense>{call.phase === "idle" ? null : <CallSurface />}</Suspense>
    </>
  );
}
