import type { Message } from "@/lib/chat/types";
import { instant } from "@/lib/time/instant";

/** The database's order of messages: (created_at, id), oldest first. */
function compareMessages(a: Message, b: Message): number {
  return instant(a.createdAt) - instant(b.createdAt) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Whether a message stands before another in a thread. */
export function isEarlier(a: Message, b: Message): boolean {
  return compareMessages(a, b) < 0;
}

/** What is not told with every change of a message stays as it was. */
function succeed(before: Message | undefined, row: Message): Message {
  // What was taken back stays so: a page fetched before that may come in after it.
  if (before?.deleted) return before;
  if (!before || row.deleted) return row;
  const reactions = row.reactions ?? before.reactions;
  const note = row.note && before.note?.played ? { ...row.note, played: true } : row.note;
  return { ...row, reactions, note };
}

/** Adds rows to an ordered list; a row with a known id replaces the old one. Idempotent. */
export function mergeMessages(known: readonly Message[], rows: readonly Message[]): Message[] {
  const byId = new Map(known.map((message) => [message.id, message]));
  for (const row of rows) byId.set(row.id, succeed(byId.get(row.id), row));
  return [...byId.values()].sort(compareMessages);
}
