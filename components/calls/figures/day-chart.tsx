"use client";

import { BarChart } from "@/components/calls/figures/bar-chart";
import { ChartCard } from "@/components/calls/figures/chart-card";
import { useClock } from "@/components/shell/clock";
import type { CallFigures } from "@/lib/calls/call-figures";
import { countOf, peakDayWords } from "@/lib/calls/history/figure-words";
import { durationWords } from "@/lib/time/duration";
import { dateWords } from "@/lib/time/words";

/** Calls of each day, those that came to something apart from the others. */
export function DayChart({ days }: { days: CallFigures["days"] }) {
  const { now, place } = useClock();
  // A date belongs to no time zone: noon in UTC is that date for whoever reads UTC.
  const name = (date: string) =>
    dateWords(new Date(`${date}T12:00:00Z`), now, { ...place, timeZone: "UTC" });
  const every = Math.ceil(days.length / 5);
  return (
    <ChartCard
      title="Calls per day"
      summary={peakDayWords(days, name)}
      columns={["Day", "Calls", "Answered", "Talked"]}
      rows={days.map(({ date, calls, answered, talkSeconds }) => [
        ...[name(date), calls, answered, talkSeconds > 0 ? durationWords(talkSeconds) : "–"],
      ])}
    >
      <BarChart
        legend={["Answered", "Not answered"]}
        bars={days.map(({ date, calls, answered }, n) => ({
          name: name(date),
          value: calls,
          strong: answered,
          mark: (days.length - 1 - n) % every === 0 ? name(date) : "",
          words: `${countOf(calls)}, ${answered} answered`,
        }))}
      />
    </ChartCard>
  );
}
