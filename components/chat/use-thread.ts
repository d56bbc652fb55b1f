import { useEffect, useState, useSyncExternalStore } from "react";
import { useViewer } from "@/components/shell/viewer-context";
import type { ThreadSession } from "@/lib/chat/thread-session";
import type { NewestPage, ThreadState } from "@/lib/chat/thread-state";
import { threadSession } from "@/lib/chat/threads";
import type { MatchSummary } from "@/lib/chat/types";
import { connect } from "@/lib/supabase/connect";

/** The live thread of a match, open while the component is there. */
export function useThread(
  match: MatchSummary,
  page: NewestPage,
): { session: ThreadSession; state: ThreadState } {
  const { id: viewerId } = useViewer();
  const { id: matchId, people } = match;
  const [session] = useState(() => threadSession(connect, { matchId, viewerId, people, page }));
  const state = useSyncExternalStore(session.subscribe, session.getSnapshot, session.getSnapshot);

  useEffect(
    () => session.adopt({ matchId, viewerId, people, page }),
    [session, matchId, viewerId, people, page],
  );
  useEffect(() => session.open(), [session]);
  return { session, state };
}
