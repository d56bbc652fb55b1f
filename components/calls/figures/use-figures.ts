"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { useClock } from "@/components/shell/clock";
import { useNews } from "@/components/shell/use-news";
import type { CallFigures } from "@/lib/calls/call-figures";
import { fetchFigures } from "@/lib/calls/history/fetch-calls";
import { daysOf, type Range } from "@/lib/calls/history/ranges";

/**
 * The figures of a range, live, where the person is.
 *
 * @param initial - what the server has fetched for the first range; null when it could not
 */
export function useFigures(range: Range, initial: CallFigures | null) {
  const { now, place } = useClock();
  const wanted = `${range} days in ${place.timeZone}`;
  const [figures, setFigures] = useState(initial);
  const [failed, setFailed] = useState(initial === null);
  const [shownFor, setShownFor] = useState(wanted);

  async function refresh(signal?: AbortSignal) {
    try {
      setFigures(await fetchFigures(daysOf(range, now, place), signal));
      setShownFor(wanted);
      setFailed(false);
    } catch {
      if (!signal?.aborted) setFailed(true);
    }
  }
  useNews("call", () => void refresh());

  const look = useEffectEvent((days: string, signal: AbortSignal) => {
    if (days !== shownFor) void refresh(signal);
  });
  useEffect(() => {
    const gaveUp = new AbortController();
    look(wanted, gaveUp.signal);
    return () => gaveUp.abort();
  }, [wanted]);

  return { figures, failed, stale: shownFor !== wanted && !failed, refresh };
}
