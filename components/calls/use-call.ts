"use client";

import { useState } from "react";
import { useNews } from "@/components/shell/use-news";
import { fetchCall } from "@/lib/calls/history/fetch-calls";
import type { RememberedCall } from "@/lib/calls/history/types";
import { type ApiAnswer, callApi } from "@/lib/http/call-api";
import { nowPlaying, stop } from "@/lib/player/player";
import { mediaPath } from "@/lib/recordings/client/fetch-recordings";
import type { RecordingView } from "@/lib/recordings/recording-view";

/** A call and what was recorded of it. */
export interface CallWithRecordings {
  call: RememberedCall;
  recordings: RecordingView[];
}

/** A call, live: news of calls and recordings fetch it again. */
export function useCall(initial: CallWithRecordings) {
  const [shown, setShown] = useState(initial);
  const [failed, setFailed] = useState(false);
  const { sid } = initial.call;

  async function refresh() {
    try {
      setShown(await fetchCall(sid));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  }
  useNews("call", () => void refresh());
  useNews("recording", () => void refresh());

  async function remove(recordingSid: string): Promise<ApiAnswer> {
    const answer = await callApi("DELETE", mediaPath(recordingSid));
    // Somebody else, or another tab, was faster.
    if (!answer.ok && answer.error.code !== "not_found") return answer;
    if (nowPlaying.getSnapshot()?.id === recordingSid) stop();
    setShown(({ call, recordings }) => ({
      call,
      recordings: recordings.filter((one) => one.sid !== recordingSid),
    }));
    return { ok: true, data: {} };
  }

  return { ...shown, failed, remove };
}
