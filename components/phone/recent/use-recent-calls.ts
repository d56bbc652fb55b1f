"use client";

import { useState } from "react";
import { useNews } from "@/components/shell/use-news";
import { fetchRecentCalls } from "@/lib/calls/recent/queries";
import type { RecentPage } from "@/lib/calls/recent/types";
import { connect } from "@/lib/supabase/connect";

/** The list of calls, live: news of a call fetches its newest page again. */
export function useRecentCalls(me: string, initial: RecentPage | null) {
  const [page, setPage] = useState(initial);
  const [failed, setFailed] = useState(initial === null);
  const [busy, setBusy] = useState(false);

  async function refresh() {
    try {
      const newest = await fetchRecentCalls(await connect(), { me });
      setPage((shown) => (shown ? withNewest(shown, newest) : newest));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  }
  useNews("call", refresh);

  async function more() {
    const before = page?.calls.at(-1);
    if (!page || !before || busy) return;
    setBusy(true);
    try {
      const older = await fetchRecentCalls(await connect(), { me, before });
      setPage({ calls: [...page.calls, ...older.calls], hasOlder: older.hasOlder });
      setFailed(false);
    } catch {
      setFailed(true);
    }
    setBusy(false);
  }

  return { page, failed, busy, refresh, more };
}

/** Keeps what was fetched below the newest page. */
function withNewest(shown: RecentPage, newest: RecentPage): RecentPage {
  const last = newest.calls.at(-1);
  const seam = shown.calls.findIndex(({ id }) => id === last?.id);
  // No overlap: more has happened than one page holds, so the list begins afresh.
  if (!newest.hasOlder || seam < 0) return newest;
  return { calls: [...newest.calls, ...shown.calls.slice(seam + 1)], hasOlder: shown.hasOlder };
}
