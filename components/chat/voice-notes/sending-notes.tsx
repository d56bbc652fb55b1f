"use client";

import { useEffect } from "react";
import { useViewer } from "@/components/shell/viewer-context";
import { whenIdle } from "@/lib/when-idle";

const patienceMs = 3000;

/** Sends the voice notes that this person has left behind here, on whichever page they are. */
export function SendingNotes() {
  const { id } = useViewer();
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    const start = async () => {
      const { startSendingNotes } = await import("@/lib/chat/voice-notes/client/outgoing");
      if (!gone) stop = startSendingNotes(id);
    };
    const cancel = whenIdle(() => void start(), patienceMs);
    return () => {
      gone = true;
      cancel();
      stop?.();
    };
  }, [id]);
  return null;
}
