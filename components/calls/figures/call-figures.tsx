"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { DayChart } from "@/components/calls/figures/day-chart";
import { HourChart } from "@/components/calls/figures/hour-chart";
import { PeopleChart } from "@/components/calls/figures/people-chart";
import { RangeChoice } from "@/components/calls/figures/range-choice";
import { Totals } from "@/components/calls/figures/totals";
import { useFigures } from "@/components/calls/figures/use-figures";
import { buttonClass } from "@/components/ui/button-class";
import { cx } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { TryAgain } from "@/components/ui/try-again";
import type { CallFigures } from "@/lib/calls/call-figures";
import { countOf } from "@/lib/calls/history/figure-words";
import type { Range } from "@/lib/calls/history/ranges";

interface CallFiguresViewProps {
  range: Range;
  /** What the server has fetched for this range; null when it could not. */
  initial: CallFigures | null;
}

/** What a person's calls add up to, as charts that can be read as tables. */
export function CallFiguresView({ range: first, initial }: CallFiguresViewProps) {
  const [range, setRange] = useState(first);
  const { figures, failed, stale, refresh } = useFigures(range, initial);

  useEffect(() => {
    const path = range === 30 ? "/calls/stats" : `/calls/stats?days=${range}`;
    if (path !== `${location.pathname}${location.search}`) history.replaceState(null, "", path);
  }, [range]);

  if (!figures) {
    return (
      <EmptyState title="Your statistics did not load" action={<TryAgain onTry={refresh} />}>
        <p role="alert">Your connection may be down, or ours. Nothing is lost.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <RangeChoice range={range} onChange={setRange} />
      <p role="status" className="sr-only">
        {stale ? "" : `${countOf(figures.totals.calls)} in ${range} days`}
      </p>
      {failed ? (
        <p role="alert" className="px-3 pt-3 text-sm font-medium text-danger">
          This could not be brought up to date. Check your connection.
        </p>
      ) : null}
      <div
        aria-busy={stale}
        className={cx("mt-4 flex flex-col gap-4 transition-opacity", stale && "opacity-50")}
      >
        {figures.totals.calls === 0 ? (
          <EmptyState
            title={`No calls in ${range} days`}
            action={
              <Link href="/matches" className={buttonClass("primary")}>
                Your matches
              </Link>
            }
          >
            <p>Once you have talked with somebody, you see here when, how long and with whom.</p>
          </EmptyState>
        ) : (
          <>
            <Totals figures={figures} />
            <PeopleChart people={figures.people} />
            <DayChart days={figures.days} />
            <HourChart hours={figures.hours} />
          </>
        )}
      </div>
    </>
  );
}
