/** `gap` is sent by nobody: it says that events may have been missed, so fetch what they told. */
export type UserEvent =
  | "match-updated"
  | "matched"
  | "call"
  | "calls-seen"
  | "arrived"
  | "read"
  | "choices"
  | "recording"
  | "account"
  | "call-permission"
  | "gap";

const handlers: Record<UserEvent, Set<(payload: unknown) => void>> = {
  "match-updated": new Set(),
  matched: new Set(),
  call: new Set(),
  "calls-seen": new Set(),
  arrived: new Set(),
  read: new Set(),
  choices: new Set(),
  recording: new Set(),
  account: new Set(),
  "call-permission": new Set(),
  gap: new Set(),
};

/** Passes on what has come by the signed-in person's own channel. */
export function tellUserEvent(event: UserEvent, payload: unknown): void {
  for (const handler of handlers[event]) handler(payload);
}

/**
 * Listens to the signed-in person's own channel. It may be called before the channel is open.
 *
 * @returns stops listening
 */
export function subscribeUserEvents(
  event: UserEvent,
  handler: (payload: unknown) => void,
): () => void {
  handlers[event].add(handler);
  return () => {
    handlers[event].delete(handler);
  };
}
