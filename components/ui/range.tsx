"use client";

import { Slider } from "@base-ui/react/slider";

interface RangeProps {
  label: string;
  /** What is chosen, in words. */
  words: string;
  /** One value, or the two ends of a range. */
  value: readonly number[];
  onChange: (value: readonly number[]) => void;
  min: number;
  max: number;
  step?: number;
  /** Accessible names of the thumbs, in their order. */
  thumbs: readonly string[];
  /** A value in words, for screen readers. */
  say: (value: number) => string;
}

/** A labelled slider, with two thumbs for a range. */
export function Range(props: RangeProps) {
  const { label, words, value, onChange, min, max, step = 1, thumbs, say } = props;
  return (
    <Slider.Root
      value={value}
      onValueChange={(next) => onChange(next)}
      min={min}
      max={max}
      step={step}
      thumbAlignment="edge"
    >
      <div className="flex items-baseline justify-between gap-3">
        <Slider.Label className="font-semibold">{label}</Slider.Label>
        <span className="text-ink-soft tabular-nums">{words}</span>
      </div>
      <Slider.Control className="flex h-11 w-full touch-none items-center select-none">
        <Slider.Track className="h-1.5 w-full rounded-full bg-line-strong/40">
          <Slider.Indicator className="rounded-full bg-mine" />
          {thumbs.map((name, index) => (
            <Slider.Thumb
              key={name}
              index={index}
              getAriaLabel={() => name}
              getAriaValueText={(_, number) => say(number)}
              className="size-7 rounded-full border-2 border-mine bg-surface shadow-lift has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-link"
            />
          ))}
        </Slider.Track>
      </Slider.Control>
    </Slider.Root>
  );
}
