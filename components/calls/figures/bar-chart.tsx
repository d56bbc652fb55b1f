"use client";

import { useState } from "react";
import { useSize } from "@/components/call/room/layout/use-size";
import { type Bar, BarMarks } from "@/components/calls/figures/bar-marks";
import { axisOf } from "@/lib/calls/history/chart";

interface BarChartProps {
  bars: readonly Bar[];
  /** What stands out, and what does not, in a word each; absent without a legend. */
  legend?: readonly [strong: string, rest: string];
}

const [left, bottom, top] = [26, 24, 8];
/** Of a chart, in CSS pixels: one or two calls do not stand as tall as many. */
const heightFor = (most: number) => (most > 2 ? 190 : 70 + 30 * most);
/** Until the page has been measured: a phone. */
const usualWidth = 318;

/** Bars over time. Decorative: what it shows stands in a table beside it. */
export function BarChart({ bars, legend }: BarChartProps) {
  const [shown, setShown] = useState<number | null>(null);
  // As wide as it is drawn, so that its letters are as large as those around it.
  const [size, frame] = useSize();
  const width = size.width || usualWidth;
  const { top: most, lines } = axisOf(Math.max(0, ...bars.map(({ value }) => value)));
  const height = heightFor(most);
  const y = (value: number) => top + (height - top - bottom) * (1 - value / most);
  const told = shown === null ? undefined : bars[shown];
  return (
    <div ref={frame} aria-hidden="true">
      <div className="flex min-h-6 items-center justify-between gap-4 text-sm text-ink-soft">
        <span className="font-medium text-ink">{told ? `${told.name}: ${told.words}` : ""}</span>
        {legend && !told ? <Legend words={legend} /> : null}
      </div>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${width} ${height}`}
        className="block w-full touch-pan-y text-xs"
        onPointerLeave={() => setShown(null)}
      >
        {[0, ...lines].map((line) => (
          <g key={line}>
            <line
              x1={left}
              x2={width}
              y1={y(line)}
              y2={y(line)}
              className={line === 0 ? "stroke-line-strong" : "stroke-line"}
            />
            <text x={left - 8} y={y(line) + 4} textAnchor="end" className="fill-ink-soft">
              {line}
            </text>
          </g>
        ))}
        <BarMarks bars={bars} area={{ left, width, height, y }} shown={shown} onShow={setShown} />
      </svg>
    </div>
  );
}

function Legend({ words: [strong, rest] }: { words: readonly [string, string] }) {
  return (
    <span className="ml-auto flex gap-4">
      <span className="flex items-center gap-1.5">
        <span className="size-3 rounded-sm bg-mark-one" /> {strong}
      </span>
      <span className="flex items-center gap-1.5">
        <span className="size-3 rounded-sm bg-mark-two" /> {rest}
      </span>
    </span>
  );
}
