"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { fetchRecording } from "@/components/chat/voice-notes/fetch-recording";
import {
  createRecorder,
  type Recorder,
  type RecorderState,
} from "@/lib/chat/voice-notes/client/recorder";

/** One for each chat: what was recorded there is still there on return. */
const recorders = new Map<string, Recorder>();
const idle: RecorderState = { phase: "idle" };

const open = () =>
  fetchRecording().then(
    ({ openMicrophone, pause }) => {
      pause();
      return openMicrophone();
    },
    () => "offline" as const,
  );

function recorderOf(matchId: string): Recorder {
  const recorder = recorders.get(matchId) ?? createRecorder(open);
  if (typeof window !== "undefined") recorders.set(matchId, recorder);
  return recorder;
}

/** The recorder of a chat. Leaving the chat ends a recording, which then waits there. */
export function useRecorder(matchId: string): { recorder: Recorder; state: RecorderState } {
  const [recorder] = useState(() => recorderOf(matchId));
  const state = useSyncExternalStore(recorder.subscribe, recorder.getSnapshot, () => idle);
  useEffect(() => () => void recorder.stop(), [recorder]);
  return { recorder, state };
}
