"use client";

import { useEffect, useRef, useState } from "react";
import { useKeyPress } from "@/components/call/use-key-press";
import { writes } from "@/components/call/writes";
import { isPadKey } from "@/components/phone/keys";

const litMs = 150;

/**
 * The keyboard's keys press the pad's, unless somebody is writing.
 *
 * @returns the key to be shown as pressed
 */
export function usePadKeys(onPress: (key: string) => void, isOn = true): string | null {
  const [lit, setLit] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useKeyPress(({ key, target }) => {
    if (!isOn || !isPadKey(key) || writes(target)) return;
    onPress(key);
    setLit(key);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setLit(null), litMs);
  });
  return lit;
}
