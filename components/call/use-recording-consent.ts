"use client";

import { useState } from "react";
import { useRecording } from "@/components/call/use-recording";
import { notify } from "@/components/ui/notify";
import { agreeToRecording } from "@/lib/calls/client/recording";

type RecordedCall = Parameters<typeof useRecording>[0];

/** The recording of a call, and this person's say in it. */
export function useRecordingConsent(call: RecordedCall) {
  const recording = useRecording(call);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function say(agree: boolean) {
    if (!call.sid || busy) return;
    setBusy(true);
    setError(null);
    const answer = await agreeToRecording(call.sid, agree);
    setBusy(false);
    if (answer.ok) return recording.heard(answer.data);
    // The question is still there to say it in; elsewhere it is said in passing.
    if (agree && recording.isAskedOfMe) setError(answer.error.message);
    else void notify(answer.error.message);
  }

  return { ...recording, busy, error, say };
}
