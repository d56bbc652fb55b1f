"use client";

import { useId } from "react";

export interface Bar {
  /** "Nov 20": told when it is pointed at. */
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

interface BarMarksProps {
  bars: readonly Bar[];
  /** Where they are drawn, in the chart's own units; `y` is where a value lies. */
  area: { left: number; width: number; height: number; y: (value: number) => number };
  /** The bar that is pointed at. */
  shown: number | null;
  onShow: (bar: number) => void;
}

/** The bars of a chart and what is written below them. */
export function BarMarks({ bars, area, shown, onShow }: BarMarksProps) {
  const { left, width, height, y } = area;
  const clip = useId();
  const step = (width - left) / Math.max(1, bars.length);
  const thick = Math.max(2, Math.min(34, step * 0.68));
  return bars.map(({ name, value, strong, mark }, n) => {
    const x = left + step * n + (step - thick) / 2;
    const isLast = n === bars.length - 1;
    return (
      <g key={name} onPointerEnter={() => onShow(n)} onPointerDown={() => onShow(n)}>
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
            x={isLast && bars.length > 7 ? width : x + thick / 2}
            y={height - 6}
            textAnchor={isLast && bars.length > 7 ? "end" : "middle"}
            className="fill-ink-soft"
          >
            {mark}
          </text>
        ) : null}
      </g>
    );
  });
}

/** A bar that stands on its line and is round above. */
function roundTop(x: number, y: number, width: number, height: number): string {
  const r = Math.min(width / 2, height, 5);
  return `M${x},${y + height} v${r - height} q0,${-r} ${r},${-r} h${width - 2 * r} q${r},0 ${r},${r} v${height - r} z`;
}
