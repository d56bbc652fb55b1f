"use client";

import { useRef, useState } from "react";
import { useRecording } from "@/components/call/recording/use-recording";
import { notify } from "@/components/ui/notify";
import { agreeToRecording } from "@/lib/calls/client/recording";

type RecordedCall = Parameters<typeof useRecording>[0];

/** The recording of a call, and this person's say in it. */
export function useRecordingConsent(call: RecordedCall) {
  const recording = useRecording(call);
  /** What is being said to the server. */
  const [saying, setSaying] = useState<boolean | null>(null);
  const said = useRef(0);
  const [error, setError] = useState<string | null>(null);

  async function say(agree: boolean) {
    // Saying the same again changes nothing; taking it back must not wait for the server's answer.
    if (!call.sid || saying === agree) return;
    said.current += 1;
    const mine = said.current;
    setSaying(agree);
    setError(null);
    const answer = await agreeToRecording(call.sid, agree);
    // An answer that was overtaken tells of a state that is past.
    if (mine !== said.current) return;
    setSaying(null);
    if (answer.ok) return recording.heard(answer.data);
    // The question is still there to say it in; elsewhere it is said in passing.
    if (agree && recording.isAskedOfMe) setError(answer.error.message);
    else void notify(answer.error.message);
  }

  return { ...recording, isAgreeing: saying === true, isStopping: saying === false, error, say };
}

export type RecordingConsent = ReturnType<typeof useRecordingConsent>;
