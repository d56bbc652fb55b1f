"use client";

import { Pad } from "@/components/phone/pad";
import { usePadKeys } from "@/components/phone/use-pad-keys";
import { commandVoice } from "@/lib/calls/client/voice";

interface KeypadProps {
  id: string;
  /** Pressed so far in this call. */
  digits: string;
}

const press = (digits: string) => void commandVoice({ type: "digits", digits });

/** The keys of the call: for menus, extensions and codes. The SDK sends them, and makes the tones. */
export function Keypad({ id, digits }: KeypadProps) {
  const lit = usePadKeys(press);
  return (
    <section
      id={id}
      aria-label="Keypad"
      className="mx-auto w-full max-w-80 animate-rise px-4 pt-1 pb-4"
    >
      <p className="h-9 truncate text-center font-display text-2xl font-semibold tracking-widest tabular-nums [direction:rtl]">
        <span className="sr-only">Keys pressed: </span>
        <bdi>{digits}</bdi>
      </p>
      <Pad
        onPress={press}
        lit={lit}
        className="gap-2"
        keyClass="h-14 rounded-2xl bg-white/12 hover:bg-white/20 data-lit:bg-white/35"
      />
    </section>
  );
}
