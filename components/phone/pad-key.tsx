"use client";

import { useHold } from "@/components/phone/use-hold";
import { cx } from "@/components/ui/class-names";

interface PadKeyProps {
  id: string;
  name: string;
  letters: string;
  isLit: boolean;
  className: string;
  onPress: (key: string) => void;
  onHold: ((key: string) => void) | undefined;
}

/** One key of a telephone. */
export function PadKey({ id, name, letters, isLit, className, onPress, onHold }: PadKeyProps) {
  const press = useHold(() => onPress(name), onHold && (() => onHold(name)));
  const spoken = letters === "+" ? "Hold for plus" : letters.split("").join(" ");
  return (
    <button
      type="button"
      {...press}
      aria-describedby={spoken ? `${id}-letters` : undefined}
      data-lit={isLit || undefined}
      className={cx(
        "grid touch-manipulation place-items-center content-center transition-[background-color,scale] duration-100 select-none active:scale-95",
        className,
      )}
    >
      <span
        className={cx(
          "font-display leading-none font-semibold tabular-nums",
          name === "*" ? "translate-y-1 text-4xl" : "text-[1.75rem]",
        )}
      >
        {name}
      </span>
      <span
        aria-hidden="true"
        className={cx(
          "mt-1 h-3 leading-3 font-semibold tracking-widest",
          letters === "+" ? "text-base" : "text-2xs",
        )}
      >
        {letters}
      </span>
      {spoken ? (
        <span id={`${id}-letters`} hidden>
          {spoken}
        </span>
      ) : null}
    </button>
  );
}
