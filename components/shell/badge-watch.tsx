"use client";

import type { SupabaseClient } from "@supabase/supabase-js";
import { useEffect } from "react";
import { type Badges, badges } from "@/components/shell/badges";
import { countMissed } from "@/lib/calls/history/missed";
import { subscribeUserEvents, type UserEvent } from "@/lib/realtime/user-events";
import { onWake } from "@/lib/realtime/wake";
import { countUnheard } from "@/lib/recordings/unheard";
import { connect } from "@/lib/supabase/connect";
import type { Database } from "@/lib/supabase/database.types";

interface Badge {
  name: keyof Badges;
  /** What may have changed the count. */
  events: readonly UserEvent[];
  count: (supabase: SupabaseClient<Database>) => Promise<number>;
}

const calls: Badge = { name: "calls", events: ["call", "calls-seen", "gap"], count: countMissed };
const phone: Badge = { name: "phone", events: ["recording", "gap"], count: countUnheard };

/** Keeps the navigation's badges right. */
export function BadgeWatch() {
  useCount(calls);
  useCount(phone);
  return null;
}

function useCount({ name, events, count }: Badge): void {
  useEffect(() => {
    let asked = 0;
    const look = async () => {
      asked += 1;
      const turn = asked;
      const found = await count(await connect());
      if (turn === asked) badges.update((known) => ({ ...known, [name]: found }));
    };
    // A badge that could not be counted stays as it is until there is news.
    const again = () => void look().catch(() => undefined);
    const stops = [...events.map((event) => subscribeUserEvents(event, again)), onWake(again)];
    again();
    return () => {
      asked += 1;
      for (const stop of stops) stop();
    };
  }, [name, events, count]);
}
