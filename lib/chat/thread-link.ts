import type { Cell } from "@/lib/cell";
import { catchUp, meets } from "@/lib/chat/catch-up";
import { decodeCall, decodeMessage } from "@/lib/chat/decode";
import { matchTopics } from "@/lib/chat/match-topics";
import { createMessageActions, type MessageActions } from "@/lib/chat/message-actions";
import { isEarlier } from "@/lib/chat/order";
import type { SendOutcome } from "@/lib/chat/outbox";
import { fetchBetween, fetchPage } from "@/lib/chat/queries";
import { createReadMarker } from "@/lib/chat/read-marker";
import { sendText } from "@/lib/chat/send-text";
import {
  type ThreadState,
  withCall,
  withMessages,
  withNewestPage,
  withOlderPage,
  withRead,
} from "@/lib/chat/thread-state";
import type { Message, PendingMessage } from "@/lib/chat/types";
import { createTypingSignals, type TypingSignals } from "@/lib/chat/typing";
import { onNoteSent } from "@/lib/chat/voice-notes/client/sent";
import { fieldsOf, textOf } from "@/lib/fields";
import { openChannel } from "@/lib/realtime/channel";
import { subscribeUserEvents } from "@/lib/realtime/user-events";
import type { Connect } from "@/lib/supabase/connect";

const catchUpRetryMs = 3_000;

interface ThreadLinkDeps {
  connect: Connect;
  cell: Cell<ThreadState>;
  matchId: string;
  viewerId: string;
}

/** All that a thread has to do with the database. */
export interface ThreadLink extends Pick<MessageActions, "react" | "remove"> {
  /**
   * Joins the match's channel and catches up.
   *
   * @param onGap - hears that the network is there, at first and again
   * @returns what leaves it
   */
  open: (onGap: () => void) => () => void;
  /** Tries once to send a message. It never throws. */
  deliver: (message: PendingMessage) => Promise<SendOutcome>;
  loadOlder: () => Promise<void>;
  /** The message is on the screen. */
  markRead: (newest: Message | undefined) => void;
  notifyTyping: () => void;
}

export function createThreadLink({ connect, cell, matchId, viewerId }: ThreadLinkDeps): ThreadLink {
  let typing: TypingSignals | null = null;
  const actions = createMessageActions({ connect, cell, viewerId });
  const reading = createReadMarker(connect, matchId, viewerId);

  async function deliver(message: PendingMessage): Promise<SendOutcome> {
    const { outcome, row } = await sendText(connect, { ...message, matchId, senderId: viewerId });
    if (row) cell.update((state) => withMessages(state, [row]));
    if (row || outcome !== "sent") return outcome;
    // It had been written before: what became of it is in the thread.
    return refresh().then(
      () => "sent",
      () => "lost",
    );
  }

  async function refresh(known = cell.getSnapshot().messages) {
    const page = await catchUp(known, async (before) =>
      fetchPage(await connect(), { matchId, before }),
    );
    const [from] = known;
    const [before] = page.messages;
    // Further up something may have been taken back meanwhile, or answered.
    const older =
      from && before && meets(known, page) && isEarlier(from, before)
        ? await fetchBetween(await connect(), { matchId, from, before })
        : [];
    cell.update((state) => withMessages(withNewestPage(state, page), older));
  }

  function open(onGap: () => void) {
    let retry: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    // What was known when the gap began: what comes in by the channel meanwhile lies beyond it.
    let beforeGap: ThreadState["messages"] | null = null;
    const keepUp = async () => {
      clearTimeout(retry);
      beforeGap ??= cell.getSnapshot().messages;
      try {
        await refresh(beforeGap);
        beforeGap = null;
      } catch {
        if (!left) retry = setTimeout(keepUp, catchUpRetryMs);
      }
    };
    const topics = matchTopics(connect, matchId);
    const channel = openChannel(connect, topics.match, {
      on: {
        message: onMessage,
        "message-updated": onMessage,
        reaction: actions.hearReaction,
        call: onCall,
      },
      onGap: () => {
        void keepUp();
        onGap();
      },
    });
    // On a channel of its own: where clients may send, a member could make messages up.
    const whispers = openChannel(connect, topics.typing, {
      on: { typing: (payload) => signals.hear(payload) },
      onGap: () => undefined,
    });
    const signals = createTypingSignals({ viewerId, cell, say: whispers.send });
    typing = signals;
    const stopReads = subscribeUserEvents("read", onRead);
    const unlisten = onNoteSent((message) => {
      if (message.matchId === matchId) cell.update((state) => withMessages(state, [message]));
    });
    return () => {
      left = true;
      unlisten();
      clearTimeout(retry);
      typing = null;
      signals.stop();
      stopReads();
      whispers.close();
      channel.close();
    };
  }

  function onMessage(payload: unknown) {
    const message = decodeMessage(payload);
    if (message?.matchId === matchId) cell.update((state) => withMessages(state, [message]));
  }

  function onCall(payload: unknown) {
    const call = decodeCall(payload);
    const id = textOf(fieldsOf(payload).id);
    if (call && id) cell.update((state) => withCall(state, id, call));
  }

  function onRead(payload: unknown) {
    const { match_id, profile_id, last_read_at } = fieldsOf(payload);
    const [profileId, readAt] = [textOf(profile_id), textOf(last_read_at)];
    if (match_id !== matchId || !profileId || !readAt) return;
    cell.update((state) => withRead(state, profileId, readAt));
  }

  async function loadOlder() {
    const [before] = cell.getSnapshot().messages;
    const page = await fetchPage(await connect(), { matchId, before });
    cell.update((state) => withOlderPage(state, page));
  }

  return {
    open,
    deliver,
    react: actions.react,
    remove: actions.remove,
    loadOlder,
    markRead: reading.mark,
    notifyTyping: () => typing?.say(),
  };
}
