import { markRead } from "@/lib/chat/queries";
import type { Message } from "@/lib/chat/types";
import type { Connect } from "@/lib/supabase/connect";
import { instant } from "@/lib/time/instant";

/** Tells the database how far the viewer has read, never twice and never backwards. */
export function createReadMarker(connect: Connect, matchId: string, profileId: string) {
  let marked = 0;
  return {
    mark(newest: Message | undefined) {
      if (!newest) return;
      const at = instant(newest.createdAt);
      if (at <= marked) return;
      const before = marked;
      marked = at;
      const tell = async () =>
        markRead(await connect(), { matchId, profileId, readAt: newest.createdAt });
      tell().catch(() => {
        // Not told: the next look at the thread tries again.
        marked = Math.min(marked, before);
      });
    },
  };
}
