"use client";

import { useId, useState } from "react";
import { axisOf } from "@/lib/calls/history/chart";

interface Bar {
  /** "Friday, November 20": told when it is pointed at. */
  name: string;
  /** The whole of the bar. */
  value: number;
  /** What of it stands out. */
  strong: number;
  /** Below the bar; empty for most. */
  mark: string;
  /** "5 calls, 3 answered". */
  words: string;
}

interface BarChartProps {
  bars: readonly Bar[];
  /** What stands out, and what does not, in a word each; absent without a legend. */
  legend?: readonly [strong: string, rest: string];
}

const [width, height, left, bottom, top] = [640, 220, 34, 26, 10];

/** Bars over time. Decorative: what it shows stands in a table beside it. */
export function BarChart({ bars, legend }: BarChartProps) {
  const [shown, setShown] = useState<number | null>(null);
  const clip = useId();
  const { top: most, lines } = axisOf(Math.max(0, ...bars.map(({ value }) => value)));
  const step = (width - left) / Math.max(1, bars.length);
  const thick = Math.max(2, Math.min(34, step * 0.68));
  const y = (value: number) => top + (height - top - bottom) * (1 - value / most);
  const told = shown === null ? undefined : bars[shown];
  return (
    <div aria-hidden="true">
      <div className="flex min-h-6 items-center justify-between gap-4 text-sm text-ink-soft">
        <span className="font-medium text-ink">{told ? `${told.name}: ${told.words}` : ""}</span>
        {legend && !told ? <Legend words={legend} /> : null}
      </div>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${width} ${height}`}
        className="block w-full touch-pan-y"
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
              strokeWidth={line === 0 ? 1.5 : 1}
            />
            <text
              x={left - 8}
              y={y(line) + 5}
              textAnchor="end"
              className="fill-ink-soft text-[15px] tabular-nums"
            >
              {line}
            </text>
          </g>
        ))}
        {bars.map(({ name, value, strong, mark }, n) => {
          const x = left + step * n + (step - thick) / 2;
          return (
            <g key={name} onPointerEnter={() => setShown(n)} onPointerDown={() => setShown(n)}>
              <rect x={left + step * n} y={0} width={step} height={height} fill="transparent" />
              <clipPath id={`${clip}-${n}`}>
                <path d={roundTop(x, y(value), thick, y(0) - y(value))} />
              </clipPath>
              <g clipPath={`url(#${clip}-${n})`} opacity={shown === null || shown === n ? 1 : 0.45}>
                <rect
                  x={x}
                  y={y(value)}
                  width={thick}
                  height={y(0) - y(value)}
                  className="fill-mark-two"
                />
                <rect
                  x={x}
                  y={y(strong)}
                  width={thick}
                  height={y(0) - y(strong)}
                  className="fill-mark-one"
                />
              </g>
              {mark ? (
                <text
                  x={x + thick / 2}
                  y={height - 6}
                  textAnchor="middle"
                  className="fill-ink-soft text-[15px]"
                >
                  {mark}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

/** A bar that stands on its line and is round above. */
function roundTop(x: number, y: number, width: number, height: number): string {
  const r = Math.min(width / 2, height, 6);
  return `M${x},${y + height} v${r - height} q0,${-r} ${r},${-r} h${width - 2 * r} q${r},0 ${r},${r} v${height - r} z`;
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
