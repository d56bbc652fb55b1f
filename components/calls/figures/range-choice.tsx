"use client";

import { cx } from "@/components/ui/class-names";
import { type Range, ranges } from "@/lib/calls/history/ranges";

interface RangeChoiceProps {
  range: Range;
  onChange: (range: Range) => void;
}

/** How many days are looked at. */
export function RangeChoice({ range, onChange }: RangeChoiceProps) {
  return (
    <fieldset className="grid auto-cols-fr grid-flow-col rounded-full bg-sunken p-1">
      <legend className="sr-only">Range</legend>
      {ranges.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === range}
          onClick={() => onChange(one)}
          className={cx(
            "min-h-11 rounded-full px-2 text-sm font-semibold transition-colors duration-150 md:text-base",
            one === range ? "bg-surface text-ink shadow-lift" : "text-ink-soft hover:text-ink",
          )}
        >
          {one} days
        </button>
      ))}
    </fieldset>
  );
}
