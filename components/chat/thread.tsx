"use client";

import { PermissionCard } from "@/components/call/permission/permission-card";
import { Composer } from "@/components/chat/composer";
import { MessageLog } from "@/components/chat/message-log";
import { ThreadHeader } from "@/components/chat/thread-header";
import { ThreadScroller } from "@/components/chat/thread-scroller";
import { useThread } from "@/components/chat/use-thread";
import { useOutgoingNotes } from "@/components/chat/voice-notes/use-outgoing-notes";
import { useViewer } from "@/components/shell/viewer-context";
import type { NewestPage } from "@/lib/chat/thread-state";
import type { MatchSummary } from "@/lib/chat/types";

interface ThreadProps {
  match: MatchSummary;
  page: NewestPage;
}

/** Header, messages and composer of one match. */
export function Thread({ match, page }: ThreadProps) {
  const viewer = useViewer();
  const { session, state } = useThread(match, page);
  const notes = useOutgoingNotes(match.id, state.messages);
  const newest = state.messages.at(-1);
  return (
    <section aria-label="Conversation" className="flex min-h-0 min-w-0 flex-1 flex-col bg-paper">
      <ThreadHeader match={match} />
      <ThreadScroller
        hasOlder={state.hasOlder}
        older={state.older}
        loadOlder={session.loadOlder}
        newestId={newest?.id}
        newestIsMine={newest?.senderId === viewer.id}
        pendingCount={state.pending.length + notes.length}
        typing={state.typing.length > 0}
        onSeen={session.markRead}
      >
        <MessageLog match={match} state={state} notes={notes} session={session} />
      </ThreadScroller>
      <PermissionCard matchId={match.id} />
      <Composer matchId={match.id} onSend={session.send} onTyping={session.notifyTyping} />
    </section>
  );
}
