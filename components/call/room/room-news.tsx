"use client";

import { useRoomNews } from "@/components/call/room/use-room-news";
import type { RoomCall } from "@/lib/calls/client/room/view";

/** Reads out what changes, for those who do not see it. */
export function RoomNews({ call }: { call: RoomCall }) {
  const news = useRoomNews(call);
  return (
    <div aria-live="polite" className="sr-only">
      {news.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}
