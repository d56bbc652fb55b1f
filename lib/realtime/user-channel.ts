import { openChannel } from "@/lib/realtime/channel";
import type { Connect } from "@/lib/supabase/connect";

/** `gap` is sent by nobody: it says that events may have been missed, so fetch what they told. */
export type UserEvent =
  | "match-updated"
  | "matched"
  | "call"
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
  arrived: new Set(),
  read: new Set(),
  choices: new Set(),
  recording: new Set(),
  account: new Set(),
  "call-permission": new Set(),
  gap: new Set(),
};

function tell(event: UserEvent, payload: unknown) {
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

/**
 * Opens the person's channel; the signed-in shell does so once.
 *
 * @returns closes it
 */
export function openUserChannel(connect: Connect, profileId: string): () => void {
  const channel = openChannel(connect, `user:${profileId}`, {
    on: {
      "match-updated": (payload) => tell("match-updated", payload),
      matched: (payload) => tell("matched", payload),
      call: (payload) => tell("call", payload),
      arrived: (payload) => tell("arrived", payload),
      read: (payload) => tell("read", payload),
      choices: (payload) => tell("choices", payload),
      account: (payload) => tell("account", payload),
      recording: (payload) => tell("recording", payload),
      "call-permission": (payload) => tell("call-permission", payload),
    },
    onGap: () => tell("gap", null),
  });
  return channel.close;
}
