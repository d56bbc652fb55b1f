"use client";

import { lazy, Suspense, useMemo } from "react";
import { useSurface } from "@/components/call/use-surface";
import { moveBetweenOptions } from "@/components/chat/actions/options-button";
import { useMessageMenu } from "@/components/chat/actions/use-message-menu";
import { CallLine } from "@/components/chat/call-line";
import { bubbleClass, MessageBubble } from "@/components/chat/message-bubble";
import { MessageText } from "@/components/chat/message-text";
import { SystemLine } from "@/components/chat/system-line";
import { ThreadStart } from "@/components/chat/thread-start";
import { useClock } from "@/components/shell/clock";
import { useViewer } from "@/components/shell/viewer-context";
import { cx } from "@/components/ui/class-names";
import { notify } from "@/components/ui/notify";
import { useIdle } from "@/components/ui/use-idle";
import { systemWords } from "@/lib/chat/call-words";
import { memberName } from "@/lib/chat/match-name";
import { messageWords } from "@/lib/chat/message-words";
import { receiptsOf } from "@/lib/chat/receipts";
import { isWritten, type ThreadRow, threadRows } from "@/lib/chat/thread-rows";
import type { ThreadSession } from "@/lib/chat/thread-session";
import type { ThreadState } from "@/lib/chat/thread-state";
import type { MatchSummary } from "@/lib/chat/types";
import type { OutgoingNote } from "@/lib/chat/voice-notes/client/note-outbox";
import { dayKey, dayWords } from "@/lib/time/words";

interface MessageLogProps {
  match: MatchSummary;
  state: ThreadState;
  /** Voice notes on their way. */
  notes: readonly OutgoingNote[];
  session: ThreadSession;
}

const MessageMenu = lazy(async () => ({
  default: (await import("@/components/chat/actions/message-menu")).MessageMenu,
}));

// With the names of forty emoji, which most threads that are opened have no use for.
const Reactions = lazy(async () => ({
  default: (await import("@/components/chat/actions/reactions")).Reactions,
}));

const fetchTypingDots = async () => (await import("@/components/chat/typing-dots")).TypingDots;
const fetchPendingRows = async () => (await import("@/components/chat/pending-rows")).PendingRows;

/** Everything said in a match, oldest first. */
export function MessageLog({ match, state, notes, session }: MessageLogProps) {
  const viewer = useViewer();
  const { now, place } = useClock();
  const { messages, pending } = state;
  // Fetched ahead: what is on its way is shown without a network, too.
  const isPending = pending.length + notes.length > 0;
  const PendingRows = useSurface(useIdle() || isPending, fetchPendingRows);
  const TypingDots = useSurface(useIdle(), fetchTypingDots);
  const { menu, open, setOpen, openAt } = useMessageMenu();
  const rows = useMemo(
    () => threadRows(messages, (date) => dayKey(date, place)),
    [messages, place],
  );
  const receipts = useMemo(
    () => receiptsOf(state, viewer.id, match.people),
    [state, viewer.id, match.people],
  );
  const newest = messages.findLast((message) => isWritten(message) && !message.deleted);
  const chosen = menu && messages.find(({ id }) => id === menu.messageId);

  async function react(messageId: string, emoji: string | null) {
    if (await session.react(messageId, emoji)) return;
    await notify("Your reaction was not saved. Check your connection and try again.");
  }

  function content(row: ThreadRow) {
    if (row.type === "day") return <DayLine words={dayWords(row.at, now, place)} />;
    const { message } = row;
    if (message.call) {
      return <CallLine match={match} call={message.call} at={message.createdAt} />;
    }
    if (message.kind === "system") return <SystemLine words={systemWords(message, viewer)} />;
    const mine = message.senderId === viewer.id;
    return (
      <MessageBubble
        message={message}
        mine={mine}
        first={row.first}
        last={row.last}
        author={match.isGroup && !mine ? memberName(match, message.senderId) : undefined}
        status={receipts.get(message.id)}
        words={messageWords(message, viewer.id, match)}
        newest={message.id === newest?.id}
        menuOpen={open && message.id === menu?.messageId}
        openMenu={openAt}
        reactions={
          message.reactions?.length ? (
            <Suspense>
              <Reactions
                match={match}
                reactions={message.reactions}
                mine={mine}
                react={(emoji) => void react(message.id, emoji)}
              />
            </Suspense>
          ) : undefined
        }
      />
    );
  }

  return (
    <div className="mx-auto max-w-3xl px-3 pb-3 md:px-6">
      {state.hasOlder ? null : <ThreadStart match={match} empty={messages.length === 0} />}
      <ol className="flex flex-col" onKeyDown={moveBetweenOptions}>
        {rows.map((row) => (
          <li key={row.key} className="flex flex-col">
            {content(row)}
          </li>
        ))}
        {PendingRows ? (
          <PendingRows pending={pending} notes={notes} session={session} />
        ) : (
          pending.map(({ id, body }) => (
            <li key={id} className="flex flex-col">
              <div className={cx(bubbleClass(true, true, true), "mt-2.5")}>
                <MessageText text={body} />
              </div>
            </li>
          ))
        )}
      </ol>
      {TypingDots ? (
        <TypingDots
          names={match.people.filter(({ id }) => state.typing.includes(id))}
          named={match.isGroup}
        />
      ) : null}
      {menu && chosen ? (
        <Suspense>
          <MessageMenu
            key={menu.messageId}
            match={match}
            message={chosen}
            words={messageWords(chosen, viewer.id, match)}
            anchor={menu.bubble}
            held={menu.held}
            open={open}
            onOpenChange={setOpen}
            react={(emoji) => void react(chosen.id, emoji)}
            remove={session.remove}
          />
        </Suspense>
      ) : null}
    </div>
  );
}

function DayLine({ words }: { words: string }) {
  return (
    <p className="mt-5 mb-2 text-center text-xs font-semibold tracking-wide text-ink-soft">
      {words}
    </p>
  );
}
