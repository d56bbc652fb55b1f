"use client";

import { cx } from "@/components/ui/class-names";

interface ToggleChipProps {
  pressed: boolean;
  onPress: () => void;
  children: React.ReactNode;
}

/** One of a few things that can be chosen or not. */
export function ToggleChip({ pressed, onPress, children }: ToggleChipProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className={cx(
        "min-h-11 rounded-full px-4 font-semibold transition-colors duration-150",
        pressed ? "bg-mine text-on-mine" : "bg-sunken text-ink hover:bg-line",
      )}
    >
      {children}
    </button>
  );
}
