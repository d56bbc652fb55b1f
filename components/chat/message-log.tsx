"use client";

import { useMemo } from "react";
import { CallLine } from "@/components/chat/call-line";
import { MessageBubble } from "@/components/chat/message-bubble";
import { PendingBubble } from "@/components/chat/pending-bubble";
import { SystemLine } from "@/components/chat/system-line";
import { ThreadStart } from "@/components/chat/thread-start";
import { TypingDots } from "@/components/chat/typing-dots";
import { useClock } from "@/components/shell/clock";
import { useViewer } from "@/components/shell/viewer-context";
import { systemWords } from "@/lib/chat/call-words";
import { memberName } from "@/lib/chat/match-name";
import { isWritten, type ThreadRow, threadRows } from "@/lib/chat/thread-rows";
import { readersOf, readWords, type ThreadState } from "@/lib/chat/thread-state";
import type { MatchSummary } from "@/lib/chat/types";
import { dayKey, dayWords } from "@/lib/time/words";

interface MessageLogProps {
  match: MatchSummary;
  state: ThreadState;
  retry: (id: string) => void;
  discard: (id: string) => void;
}

/** Everything said in a match, oldest first. */
export function MessageLog({ match, state, retry, discard }: MessageLogProps) {
  const viewer = useViewer();
  const { now, place } = useClock();
  const { messages, pending, readUpTo } = state;
  const rows = useMemo(
    () => threadRows(messages, (date) => dayKey(date, place)),
    [messages, place],
  );
  const lastMine = messages.findLast(
    (message) => message.senderId === viewer.id && isWritten(message),
  );
  const peers = match.people.map(({ id }) => id);

  function content(row: ThreadRow) {
    if (row.type === "day") return <DayLine words={dayWords(row.at, now, place)} />;
    const { message } = row;
    if (message.call) {
      return <CallLine match={match} call={message.call} at={message.createdAt} />;
    }
    if (message.kind === "system") return <SystemLine words={systemWords(message, viewer)} />;
    const mine = message.senderId === viewer.id;
    const told = message.id === lastMine?.id && pending.length === 0;
    const readers = told ? readersOf(readUpTo, peers, message).length : 0;
    return (
      <MessageBubble
        message={message}
        mine={mine}
        first={row.first}
        last={row.last}
        author={match.isGroup && !mine ? memberName(match, message.senderId) : undefined}
        status={told ? readWords(readers, peers.length) : undefined}
      />
    );
  }

  return (
    <div className="mx-auto max-w-3xl px-3 pb-3 md:px-6">
      {state.hasOlder ? null : <ThreadStart match={match} empty={messages.length === 0} />}
      <ol className="flex flex-col">
        {rows.map((row) => (
          <li key={row.key} className="flex flex-col">
            {content(row)}
          </li>
        ))}
        {pending.map((message) => (
          <li key={message.id} className="flex flex-col">
            <PendingBubble
              message={message}
              retry={() => retry(message.id)}
              discard={() => discard(message.id)}
            />
          </li>
        ))}
      </ol>
      <TypingDots
        names={match.people.filter(({ id }) => state.typing.includes(id))}
        named={match.isGroup}
      />
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
