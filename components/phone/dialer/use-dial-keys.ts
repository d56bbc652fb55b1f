"use client";

import { useEffect, useEffectEvent } from "react";
import { useKeyPress } from "@/components/call/use-key-press";
import { writes } from "@/components/call/writes";
import { usePadKeys } from "@/components/phone/use-pad-keys";

interface DialKeys {
  isOn: boolean;
  press: (key: string) => void;
  erase: () => void;
  place: () => void;
  paste: (text: string) => void;
}

/**
 * The whole page as a dial pad: keys and pasted numbers go to the field wherever the focus is,
 * unless somebody is writing. Enter calls when it presses nothing else.
 *
 * @returns the key to be shown as pressed
 */
export function useDialKeys({ isOn, press, erase, place, paste }: DialKeys): string | null {
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    if (isOn && !writes(event.target)) paste(event.clipboardData?.getData("text") ?? "");
  });
  useEffect(() => {
    const listener = (event: ClipboardEvent) => onPaste(event);
    window.addEventListener("paste", listener);
    return () => window.removeEventListener("paste", listener);
  }, []);
  useKeyPress(({ key, target }) => {
    if (!isOn || writes(target)) return;
    if (key === "Backspace") erase();
    else if (key === "+") press("+");
    else if (key === "Enter" && target === document.body) place();
  });
  return usePadKeys(press, isOn);
}
