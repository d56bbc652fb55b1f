"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { speak } from "@/components/call/recording/speak";
import { useViewer } from "@/components/shell/viewer-context";
import { type CallRow, parseCallRow } from "@/lib/calls/client/call-row";
import {
  type CallRecording,
  fetchRecording,
  notRecorded,
  recordingOf,
} from "@/lib/calls/client/recording";
import { recordingNews, spokenNews } from "@/lib/calls/client/recording-words";
import { subscribeUserEvents } from "@/lib/realtime/user-events";
import { connect } from "@/lib/supabase/connect";

interface RecordedCall {
  /** CallSid of a leg of it; null while that is unknown, or nobody can be asked. */
  sid: string | null;
  /** The name of the other side. */
  name: string;
  /** Whether a broadcast is about this call. */
  isRow: (row: CallRow) => boolean;
}

interface Shown {
  recording: CallRecording;
  news: string | null;
}
const nothing: Shown = { recording: notRecorded, news: null };

/** Whether a call is recorded, and what is new about it; said aloud when it begins and ends. */
export function useRecording({ sid, name, isRow }: RecordedCall) {
  const { id: me } = useViewer();
  const [{ recording, news }, setShown] = useState(nothing);

  const learn = (now: CallRecording) => {
    if (now.state === recording.state && now.askedBy === recording.askedBy) return;
    setShown({ recording: now, news: recordingNews(recording, now, { me, name }) });
    const spoken = spokenNews(recording, now);
    if (spoken) speak(spoken);
  };
  const onLook = useEffectEvent(learn);
  const onRow = useEffectEvent((payload: unknown) => {
    const row = parseCallRow(payload);
    const now = recordingOf(payload);
    if (row && now && isRow(row)) learn(now);
  });

  useEffect(() => {
    setShown(nothing);
    if (!sid) return;
    let mounted = true;
    const look = async () => {
      const now = await fetchRecording(connect, sid);
      if (mounted && now) onLook(now);
    };
    void look();
    const stops = [
      subscribeUserEvents("call", (payload) => onRow(payload)),
      subscribeUserEvents("gap", () => void look()),
    ];
    return () => {
      mounted = false;
      for (const stop of stops) stop();
    };
  }, [sid]);

  return {
    isOn: recording.state === "on",
    isAskedByMe: recording.state === "asked" && recording.askedBy === me,
    isAskedOfMe: recording.state === "asked" && recording.askedBy !== me,
    news,
    /** The server's answer to what this person said. */
    heard: (answer: Readonly<Record<string, unknown>>) => {
      const now = recordingOf({ ...answer, recording_asked_by: answer.askedBy });
      if (now) learn(now);
    },
  };
}
