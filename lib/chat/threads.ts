import {
  createThreadSession,
  type ThreadSeed,
  type ThreadSession,
} from "@/lib/chat/thread-session";
import type { Connect } from "@/lib/supabase/connect";

const sessions = new Map<string, ThreadSession>();

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
