"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { useClock } from "@/components/shell/clock";
import { useNews } from "@/components/shell/use-news";
import type { CallFigures } from "@/lib/calls/call-figures";
import { fetchFigures } from "@/lib/calls/history/fetch-calls";
import { daysOf, type Range } from "@/lib/calls/history/ranges";

/** The figures of a range, live. @param initial - what the server has fetched for the first one */
export function useFigures(range: Range, initial: CallFigures | null) {
  const { now, place } = useClock();
  const [figures, setFigures] = useState(initial);
  const [failed, setFailed] = useState(initial === null);
  const [shownFor, setShownFor] = useState(range);

  async function refresh(signal?: AbortSignal) {
    try {
      setFigures(await fetchFigures(daysOf(range, now, place), signal));
      setShownFor(range);
      setFailed(false);
    } catch {
      if (!signal?.aborted) setFailed(true);
    }
  }
  useNews("call", () => void refresh());

  const look = useEffectEvent((wanted: Range, signal: AbortSignal) => {
    if (wanted !== shownFor) void refresh(signal);
  });
  useEffect(() => {
    const gaveUp = new AbortController();
    look(range, gaveUp.signal);
    return () => gaveUp.abort();
  }, [range]);

  return { figures, failed, stale: shownFor !== range && !failed, refresh };
}
