import { createCell, type Observable } from "@/lib/cell";
import { fieldsOf, textOf } from "@/lib/fields";
import { subscribeUserEvents } from "@/lib/realtime/user-channel";
import { onWake } from "@/lib/realtime/wake";
import type { Connect } from "@/lib/supabase/connect";

const heartbeatMs = 45_000;

/** When people were last seen, by profile id. */
type LastSeen = Readonly<Record<string, string>>;

const cell = createCell<LastSeen | null>(null);

/**
 * When each reachable person who shows it was last seen, by the heartbeats and by arrivals; null
 * until the first heartbeat has been answered.
 */
export const lastSeen: Observable<LastSeen | null> = cell;

/**
 * Says "I am here" now, every 45 seconds while the tab is visible, on waking, and when the viewer
 * shows or hides when they were here; each answer updates `lastSeen`. A heartbeat that is lost is made good by the next one.
 *
 * @returns stops it
 */
export function startHeartbeat(connect: Connect): () => void {
  async function beat() {
    if (document.visibilityState !== "visible") return;
    const { data } = await (await connect()).rpc("heartbeat");
    if (!data) return;
    const seen = data.flatMap((row) =>
      row.last_seen_at ? [[row.profile_id, row.last_seen_at] as const] : [],
    );
    cell.update(() => Object.fromEntries(seen));
  }
  const start = () => {
    beat().catch(() => {
      // The client's code did not load; the next heartbeat asks for it again.
    });
  };
  const stopArrivals = subscribeUserEvents("arrived", (payload) => {
    const fields = fieldsOf(payload);
    const [id, at] = [textOf(fields.profile_id), textOf(fields.last_seen_at)];
    if (!id) return;
    cell.update((seen) => {
      if (at) return { ...seen, [id]: at };
      const { [id]: _hidden, ...others } = seen ?? {};
      return others;
    });
  });
  const stopChoices = subscribeUserEvents("choices", start);
  start();
  const timer = setInterval(start, heartbeatMs);
  const stopWaking = onWake(start);
  return () => {
    clearInterval(timer);
    stopWaking();
    stopArrivals();
    stopChoices();
  };
}
