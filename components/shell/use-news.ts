"use client";

import { useEffect, useEffectEvent } from "react";
import { subscribeUserEvents, type UserEvent } from "@/lib/realtime/user-events";
import { onWake } from "@/lib/realtime/wake";

/**
 * Has a list looked at again on news of it, after a gap, and once at first: what happened between
 * its being rendered on the server and its standing on the page was told to nobody.
 */
export function useNews(event: UserEvent, look: () => void): void {
  const lookAgain = useEffectEvent(look);
  useEffect(() => {
    const again = () => lookAgain();
    const stops = [
      subscribeUserEvents(event, again),
      subscribeUserEvents("gap", again),
      onWake(again),
    ];
    again();
    return () => {
      for (const stop of stops) stop();
    };
  }, [event]);
}
