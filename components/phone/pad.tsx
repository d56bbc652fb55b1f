"use client";

import { useId } from "react";
import { padKeys } from "@/components/phone/keys";
import { PadKey } from "@/components/phone/pad-key";
import { cx } from "@/components/ui/class-names";

interface PadProps {
  onPress: (key: string) => void;
  /** A key was held down for a while; without it, nothing can be held. */
  onHold?: ((key: string) => void) | undefined;
  /** The key that the keyboard presses at this moment. */
  lit?: string | null;
  className?: string;
  keyClass: string;
}

/** The twelve keys of a telephone. Screen readers hear the digit, and the letters as a description. */
export function Pad({ onPress, onHold, lit = null, className, keyClass }: PadProps) {
  const id = useId();
  return (
    <div className={cx("grid grid-cols-3", className)}>
      {padKeys.map(({ key, letters }) => (
        <PadKey
          key={key}
          id={`${id}${key}`}
          name={key}
          letters={letters}
          isLit={lit === key}
          className={keyClass}
          onPress={onPress}
          onHold={key === "0" ? onHold : undefined}
        />
      ))}
    </div>
  );
}
