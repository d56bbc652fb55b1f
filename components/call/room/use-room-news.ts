"use client";

import { useEffect, useRef, useState } from "react";
import { roomNews } from "@/components/call/room/news";
import type { RoomCall } from "@/lib/calls/client/room/view";

interface Sentence {
  id: number;
  text: string;
}

/** So many sentences stay, for readers that have not come to them yet. */
const kept = 5;

/** What has happened in the room lately, to be read out. */
export function useRoomNews(call: RoomCall): readonly Sentence[] {
  const before = useRef(call);
  const [news, setNews] = useState<readonly Sentence[]>([]);
  useEffect(() => {
    const texts = roomNews(before.current, call);
    before.current = call;
    if (texts.length === 0) return;
    setNews((now) => {
      const next = (now.at(-1)?.id ?? 0) + 1;
      return [...now, ...texts.map((text, index) => ({ id: next + index, text }))].slice(-kept);
    });
  }, [call]);
  return news;
}
