"use client";

import { BarChart } from "@/components/calls/figures/bar-chart";
import { ChartCard } from "@/components/calls/figures/chart-card";
import { useClock } from "@/components/shell/clock";
import { busiestHour, countOf } from "@/lib/calls/history/figure-words";
import { clockTime } from "@/lib/time/words";

/** Calls by the hour of the day. */
export function HourChart({ hours }: { hours: readonly number[] }) {
  const { place } = useClock();
  const name = (hour: number) =>
    clockTime(new Date(Date.UTC(2026, 0, 1, hour % 24)), { ...place, timeZone: "UTC" });
  const span = (hour: number) => `${name(hour)} to ${name(hour + 1)}`;
  const busiest = busiestHour(hours);
  return (
    <ChartCard
      title="Hours of the day"
      summary={busiest === null ? "No hour stands out so far" : `Most calls from ${span(busiest)}`}
      columns={["Hour", "Calls"]}
      rows={hours.map((calls, hour) => [span(hour), calls])}
    >
      <BarChart
        bars={hours.map((calls, hour) => ({
          name: span(hour),
          value: calls,
          strong: calls,
          mark: hour % 6 === 0 ? name(hour) : "",
          words: countOf(calls),
        }))}
      />
    </ChartCard>
  );
}
