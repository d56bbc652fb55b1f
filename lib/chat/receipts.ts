import { listNames } from "@/lib/chat/match-name";
import { isWritten } from "@/lib/chat/thread-rows";
import type { ThreadState } from "@/lib/chat/thread-state";
import type { Message, NamedPerson } from "@/lib/chat/types";
import { instant } from "@/lib/time/instant";

/** Who has seen a message: "Seen", and in a group "Seen by Ben", "Seen by 3" or "Seen by all". */
function seenWords(readers: readonly NamedPerson[], peers: number): string {
  if (peers === 1) return "Seen";
  if (readers.length === peers) return "Seen by all";
  return `Seen by ${readers.length > 2 ? readers.length : listNames(readers)}`;
}

/**
 * What became of the viewer's own messages, by message id: "Sent" at the latest, and "Seen" at the
 * latest that others have read. Nothing is said of what is still being sent.
 */
export function receiptsOf(
  { messages, pending, readUpTo }: Pick<ThreadState, "messages" | "pending" | "readUpTo">,
  viewerId: string,
  people: readonly NamedPerson[],
): Map<string, string> {
  const own = messages.filter(
    (message) => message.senderId === viewerId && isWritten(message) && !message.deleted,
  );
  const receipts = new Map<string, string>();
  const latest = own.at(-1);
  if (latest && pending.length === 0) receipts.set(latest.id, "Sent");
  const readersOf = (message: Message) =>
    people.filter(({ id }) => {
      const mark = readUpTo[id];
      return mark !== undefined && instant(mark) >= instant(message.createdAt);
    });
  const seen = own.findLast((message) => readersOf(message).length > 0);
  if (seen) receipts.set(seen.id, seenWords(readersOf(seen), people.length));
  return receipts;
}
