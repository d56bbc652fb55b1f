"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useNews } from "@/components/shell/use-news";
import { fetchCalls } from "@/lib/calls/history/fetch-calls";
import type { CallFilters } from "@/lib/calls/history/filters";
import type { CallPage } from "@/lib/calls/history/types";

/** The longest that a search waits for the next letter. */
const typingMs = 250;

/**
 * The calls that the filters leave, live: news of a call fetches the newest page again.
 *
 * @param initial - what the server has fetched for the first filters; null when it could not,
 *   absent when it fetched something else
 */
export function useCalls(filters: CallFilters, initial: CallPage | null | undefined) {
  const [page, setPage] = useState(initial ?? null);
  const [failed, setFailed] = useState(initial === null);
  const [busy, setBusy] = useState(false);
  const [shownFor, setShownFor] = useState(filters);
  // What is asked for now: an answer to anything else comes too late.
  const asked = useRef(filters);

  async function refresh(signal?: AbortSignal) {
    const wanted = asked.current;
    try {
      const newest = await fetchCalls(wanted, signal && { signal });
      if (wanted !== asked.current) return;
      setPage((shown) => (shown && shownFor === wanted ? withNewest(shown, newest) : newest));
      setShownFor(wanted);
      setFailed(false);
    } catch {
      if (wanted === asked.current && !signal?.aborted) setFailed(true);
    }
  }
  useNews("call", () => void refresh());

  const look = useEffectEvent(refresh);
  useEffect(() => {
    if (asked.current === filters) return;
    const typing = asked.current.q !== filters.q;
    asked.current = filters;
    const gaveUp = new AbortController();
    const timer = setTimeout(() => void look(gaveUp.signal), typing ? typingMs : 0);
    return () => {
      clearTimeout(timer);
      gaveUp.abort();
    };
  }, [filters]);

  async function more() {
    if (!page?.next || busy) return;
    const wanted = asked.current;
    setBusy(true);
    try {
      const older = await fetchCalls(wanted, { before: page.next });
      if (wanted === asked.current) {
        setPage({ calls: [...page.calls, ...older.calls], next: older.next });
        setFailed(false);
      }
    } catch {
      setFailed(true);
    }
    setBusy(false);
  }

  /** Whether what is shown belongs to filters that are not set any more. */
  const stale = shownFor !== filters && !failed;
  return { page, failed, busy, stale, refresh, more };
}

/** Keeps what was fetched below the newest page. */
function withNewest(shown: CallPage, newest: CallPage): CallPage {
  const last = newest.calls.at(-1);
  const seam = shown.calls.findIndex(({ sid }) => sid === last?.sid);
  // No overlap: more has happened than one page holds, so the list begins afresh.
  if (!newest.next || seam < 0) return newest;
  return { calls: [...newest.calls, ...shown.calls.slice(seam + 1)], next: shown.next };
}
