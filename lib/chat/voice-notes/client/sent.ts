import type { Message } from "@/lib/chat/types";

const listeners = new Set<(message: Message) => void>();

/** Hears of each voice note of this tab that has become a message. @returns stops listening */
export function onNoteSent(listener: (message: Message) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Says that a voice note has become this message. */
export function tellNoteSent(message: Message): void {
  for (const listener of listeners) listener(message);
}
