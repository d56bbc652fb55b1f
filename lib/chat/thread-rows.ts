import type { Message } from "@/lib/chat/types";
import { instant, toDate } from "@/lib/time/instant";

/** What the thread draws: day separators and messages that know their place in a group. */
export type ThreadRow =
  | { type: "day"; key: string; at: Date }
  | { type: "message"; key: string; message: Message; first: boolean; last: boolean };

const groupGapMicros = 5 * 60 * 1_000_000;

/**
 * Lays messages out. Messages of one sender less than five minutes apart form a group; a line
 * that nobody wrote stands alone.
 *
 * @param messages - oldest first
 * @param dayOf - names the calendar day of a moment where the viewer is, like 2026-11-20
 */
export function threadRows(
  messages: readonly Message[],
  dayOf: (date: Date) => string,
): ThreadRow[] {
  const rows: ThreadRow[] = [];
  messages.forEach((message, index) => {
    const at = toDate(message.createdAt);
    const day = dayOf(at);
    const before = messages[index - 1];
    const after = messages[index + 1];
    const newDay = !before || dayOf(toDate(before.createdAt)) !== day;
    const endsDay = !after || dayOf(toDate(after.createdAt)) !== day;
    if (newDay) rows.push({ type: "day", key: day, at });
    rows.push({
      type: "message",
      key: message.id,
      message,
      first: newDay || !before || !together(before, message),
      last: endsDay || !after || !together(message, after),
    });
  });
  return rows;
}

/** Whether somebody wrote this: calls and what happens in a group leave lines of their own. */
export function isWritten({ kind }: Message): boolean {
  return kind !== "call" && kind !== "system";
}

function together(a: Message, b: Message): boolean {
  return (
    isWritten(a) &&
    isWritten(b) &&
    a.senderId === b.senderId &&
    instant(b.createdAt) - instant(a.createdAt) < groupGapMicros
  );
}
