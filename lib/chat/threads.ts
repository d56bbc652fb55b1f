import {
  createThreadSession,
  type ThreadSeed,
  type ThreadSession,
} from "@/lib/chat/thread-session";
import { fieldsOf } from "@/lib/fields";
import { subscribeUserEvents } from "@/lib/realtime/user-events";
import type { Connect } from "@/lib/supabase/connect";

const sessions = new Map<string, ThreadSession>();

// Receipts go both ways: what a page knows of others ends with the viewer's own.
subscribeUserEvents("choices", (payload) => {
  if (fieldsOf(payload).share_read_receipts !== false) return;
  for (const session of sessions.values()) session.forgetReads();
});

/**
 * The session of a thread in this tab. It outlives the page, so that what is being sent, or has
 * failed, is still there on return. On the server every rendering gets its own.
 */
export function threadSession(connect: Connect, seed: ThreadSeed): ThreadSession {
  const inBrowser = typeof window !== "undefined";
  const known = sessions.get(seed.matchId);
  if (inBrowser && known) return known;
  const session = createThreadSession(connect, seed);
  if (inBrowser) sessions.set(seed.matchId, session);
  return session;
}
