"use client";

import { usePathname } from "next/navigation";
import { useState } from "react";

export interface RoomSize {
  isSmall: boolean;
  minimise(): void;
  expand(): void;
}

/**
 * Whether the room is over the whole page or in a corner of it. Going to another page, as with a
 * phone's own back button, makes it small; a new call is large.
 */
export function useRoomSize(isOver: boolean): RoomSize {
  const path = usePathname();
  const [largeOn, setLargeOn] = useState<string | null>(path);
  const [wasOver, setWasOver] = useState(isOver);
  if (isOver !== wasOver) {
    setWasOver(isOver);
    if (!isOver) setLargeOn(path);
  }
  return {
    isSmall: largeOn !== path,
    minimise: () => setLargeOn(null),
    expand: () => setLargeOn(path),
  };
}
