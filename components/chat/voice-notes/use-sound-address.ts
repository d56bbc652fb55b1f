"use client";

import { useEffect, useState } from "react";

/** An address at which the player finds a sound that is here in the browser; empty at first. */
export function useSoundAddress(sound: ArrayBuffer | Blob, type: string): string {
  const [address, setAddress] = useState("");
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([sound], { type }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [sound, type]);
  return address;
}
