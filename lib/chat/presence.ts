import { type LastSeen, lastSeen } from "@/lib/chat/last-seen";
import { fieldsOf, textOf } from "@/lib/fields";
import { subscribeUserEvents } from "@/lib/realtime/user-events";
import type { Connect } from "@/lib/supabase/connect";

const heartbeatMs = 45_000;

/**
 * Says "I am here" now, every 45 seconds while the tab is visible, whenever events may have been
 * missed, and when the viewer shows or hides when they were here; each answer updates `lastSeen`. A
 * heartbeat that is lost is made good by the next one.
 *
 * @returns stops it
 */
export function startHeartbeat(connect: Connect): () => void {
  /** What was told while each heartbeat is under way; its answer may be older than that. */
  const underWay = new Set<Map<string, string | null>>();
  let asked = 0;
  let answered = 0;

  async function beat() {
    if (document.visibilityState !== "visible") return;
    asked += 1;
    const mine = asked;
    const told = new Map<string, string | null>();
    underWay.add(told);
    try {
      const { data } = await (await connect()).rpc("heartbeat");
      if (!data || mine < answered) return;
      answered = mine;
      const seen = data.map((row) => [row.profile_id, row.last_seen_at] as const);
      lastSeen.update(() => shown([...seen, ...told]));
    } finally {
      underWay.delete(told);
    }
  }

  const start = () => {
    beat().catch(() => {
      // The client's code did not load; the next heartbeat asks for it again.
    });
  };
  const stops = [
    subscribeUserEvents("arrived", (payload) => {
      const fields = fieldsOf(payload);
      const [id, at] = [textOf(fields.profile_id), textOf(fields.last_seen_at)];
      if (!id) return;
      for (const told of underWay) told.set(id, at);
      lastSeen.update((seen) => shown([...Object.entries(seen ?? {}), [id, at]]));
    }),
    subscribeUserEvents("choices", start),
    subscribeUserEvents("gap", start),
  ];
  start();
  const timer = setInterval(start, heartbeatMs);
  return () => {
    clearInterval(timer);
    for (const stop of stops) stop();
  };
}

/** The later word about a person counts; null hides them. */
function shown(told: readonly (readonly [string, string | null])[]): LastSeen {
  const people = new Map(told);
  return Object.fromEntries([...people].flatMap(([id, at]) => (at ? [[id, at]] : [])));
}
