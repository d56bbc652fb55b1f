"use client";

import { useEffect, useState } from "react";
import { useNews } from "@/components/shell/use-news";
import { type ApiAnswer, callApi } from "@/lib/http/call-api";
import { nowPlaying, stop } from "@/lib/player/player";
import {
  fetchRecordings,
  mediaPath,
  type RecordingKind,
  type RecordingPage,
} from "@/lib/recordings/client/fetch-recordings";

/** The recordings of a kind, live: news of any fetches as many as are shown again. */
export function useRecordings(kind: RecordingKind, initial: RecordingPage | null) {
  const [page, setPage] = useState(initial);
  const [failed, setFailed] = useState(initial === null);
  const [busy, setBusy] = useState(false);
  const shown = page?.recordings.length ?? 0;

  async function refresh() {
    try {
      setPage(await fetchRecordings(kind, { limit: Math.min(50, Math.max(20, shown)) }));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  }
  useNews("recording", refresh);
  useEffect(() => stop, []);

  async function more() {
    if (!page?.next || busy) return;
    setBusy(true);
    try {
      const older = await fetchRecordings(kind, { before: page.next });
      setPage({ ...older, recordings: [...page.recordings, ...older.recordings] });
      setFailed(false);
    } catch {
      setFailed(true);
    }
    setBusy(false);
  }

  async function remove(sid: string): Promise<ApiAnswer> {
    const answer = await callApi("DELETE", mediaPath(sid));
    // Somebody else, or another tab, was faster.
    const gone = answer.ok || answer.error.code === "not_found";
    if (!gone) return answer;
    if (nowPlaying.getSnapshot()?.id === sid) stop();
    setPage((now) => now && { ...now, recordings: now.recordings.filter((r) => r.sid !== sid) });
    return { ok: true, data: {} };
  }

  return { page, failed, busy, refresh, more, remove };
}
