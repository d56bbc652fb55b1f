"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { notify } from "@/components/ui/notify";
import { fieldsOf, textOf } from "@/lib/fields";
import { subscribeUserEvents } from "@/lib/realtime/user-events";

/** Says, on whatever page, that somebody likes the person back. */
export function MatchNews() {
  const router = useRouter();
  const tell = useEffectEvent((payload: unknown) => {
    const news = fieldsOf(payload);
    const id = textOf(news.match_id);
    const name = textOf(news.display_name);
    if (!id || !name) return;
    void notify(`It's a match: ${name} likes you too.`, {
      id: `match ${id}`,
      action: { label: "Say hello", onClick: () => router.push(`/matches/${id}`) },
    });
  });
  useEffect(() => subscribeUserEvents("matched", (payload) => tell(payload)), []);
  return null;
}
