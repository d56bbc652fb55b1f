import { mergeMessages } from "@/lib/chat/order";
import type { CallSummary, Message, PendingMessage } from "@/lib/chat/types";
import { instant } from "@/lib/time/instant";

/** Everything known of one thread. Values are never changed in place. */
export interface ThreadState {
  /** Confirmed by the database, oldest first, without gaps. */
  messages: readonly Message[];
  /** Written here and not confirmed, in the order of writing. */
  pending: readonly PendingMessage[];
  hasOlder: boolean;
  older: "idle" | "loading" | "failed";
  /** How far each other member has read, by profile id. */
  readUpTo: Readonly<Record<string, string>>;
  /** Who is typing, by profile id. */
  typing: readonly string[];
}

/** The newest messages of a thread, oldest first. */
export interface NewestPage {
  messages: readonly Message[];
  hasOlder: boolean;
}

export const emptyThread: ThreadState = {
  messages: [],
  pending: [],
  hasOlder: false,
  older: "idle",
  readUpTo: {},
  typing: [],
};

/** Adds rows from any source. What was pending under the same id is thereby sent. */
export function withMessages(state: ThreadState, rows: readonly Message[]): ThreadState {
  if (rows.length === 0) return state;
  const ids = new Set(rows.map((row) => row.id));
  const senders = new Set(rows.map((row) => row.senderId));
  return {
    ...state,
    messages: mergeMessages(state.messages, rows),
    pending: state.pending.filter((message) => !ids.has(message.id)),
    typing: state.typing.filter((id) => !senders.has(id)),
  };
}

/**
 * Adds the newest page. When it does not reach back to what is known, the old rows go, because
 * between the two there may be messages that nobody has fetched.
 */
export function withNewestPage(state: ThreadState, page: NewestPage): ThreadState {
  const known = new Set(state.messages.map((message) => message.id));
  const joins = state.messages.length === 0 || page.messages.some(({ id }) => known.has(id));
  if (joins && state.messages.length > 0) {
    const grown = withMessages(state, page.messages);
    return page.hasOlder ? grown : { ...grown, hasOlder: false };
  }
  const fresh = page.hasOlder ? { ...state, messages: [] } : state;
  return { ...withMessages(fresh, page.messages), hasOlder: page.hasOlder, older: "idle" };
}

/** Adds a page of older messages. */
export function withOlderPage(state: ThreadState, page: NewestPage): ThreadState {
  return { ...withMessages(state, page.messages), hasOlder: page.hasOlder, older: "idle" };
}

/** Adds a message that is about to be sent, or changes the state of one that is known. */
export function withPending(state: ThreadState, message: PendingMessage): ThreadState {
  if (state.messages.some(({ id }) => id === message.id)) return state;
  const known = state.pending.some(({ id }) => id === message.id);
  return {
    ...state,
    pending: known
      ? state.pending.map((other) => (other.id === message.id ? message : other))
      : [...state.pending, message],
  };
}

/** Forgets a message that was not sent. */
export function withoutPending(state: ThreadState, id: string): ThreadState {
  return { ...state, pending: state.pending.filter((message) => message.id !== id) };
}

/** Brings a call line up to date with its call; other calls have no line yet and change nothing. */
export function withCall(state: ThreadState, callId: string, call: CallSummary): ThreadState {
  if (!state.messages.some((message) => message.callId === callId)) return state;
  return {
    ...state,
    messages: state.messages.map((message) =>
      message.callId === callId ? { ...message, call } : message,
    ),
  };
}

function withChange(
  state: ThreadState,
  id: string,
  change: (message: Message) => Message,
): ThreadState {
  return {
    ...state,
    messages: state.messages.map((message) => (message.id === id ? change(message) : message)),
  };
}

/** Sets somebody's reaction to a message; null takes it back. */
export function withReaction(
  state: ThreadState,
  messageId: string,
  { profileId, emoji }: { profileId: string; emoji: string | null },
): ThreadState {
  return withChange(state, messageId, (message) => {
    if (message.deleted) return message;
    const others = (message.reactions ?? []).filter((other) => other.profileId !== profileId);
    return { ...message, reactions: emoji ? [...others, { profileId, emoji }] : others };
  });
}

/** Takes a message back: its line stays, without what was in it. */
export function withDeleted(state: ThreadState, messageId: string): ThreadState {
  return withChange(state, messageId, (message) => ({
    ...message,
    deleted: true,
    body: null,
    note: null,
    reactions: [],
  }));
}

/** Moves a read mark forward; marks never go back. */
export function withRead(state: ThreadState, profileId: string, readAt: string): ThreadState {
  const known = state.readUpTo[profileId];
  if (known !== undefined && instant(known) >= instant(readAt)) return state;
  return { ...state, readUpTo: { ...state.readUpTo, [profileId]: readAt } };
}

/** Forgets how far the others have read: the viewer no longer exchanges read receipts. */
export function withoutReads(state: ThreadState): ThreadState {
  return { ...state, readUpTo: {} };
}

/** Notes that somebody types, or no longer does. */
export function withTyping(state: ThreadState, profileId: string, typing: boolean): ThreadState {
  if (state.typing.includes(profileId) === typing) return state;
  const others = state.typing.filter((id) => id !== profileId);
  return { ...state, typing: typing ? [...others, profileId] : others };
}
