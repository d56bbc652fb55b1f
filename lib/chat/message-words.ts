import { noteWords } from "@/lib/chat/call-words";
import { memberName } from "@/lib/chat/match-name";
import type { MatchSummary, Message } from "@/lib/chat/types";

const maxLength = 60;

/** Names a message by who wrote it and how it begins: "You: Coffee on Saturday?". */
export function messageWords(
  message: Message,
  viewerId: string,
  match: Pick<MatchSummary, "people" | "former">,
): string {
  const author = message.senderId === viewerId ? "You" : memberName(match, message.senderId);
  const text = message.note ? noteWords(message.note) : (message.body ?? "").replace(/\s+/g, " ");
  const begin = Array.from(text.trim());
  return `${author}: ${begin.slice(0, maxLength).join("")}${begin.length > maxLength ? "…" : ""}`;
}
