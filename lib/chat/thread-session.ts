import { createCell, type Observable } from "@/lib/cell";
import { catchUp } from "@/lib/chat/catch-up";
import { decodeCall, decodeMessage } from "@/lib/chat/decode";
import { createOutbox, type SendOutcome } from "@/lib/chat/outbox";
import { fetchPage, insertMessage } from "@/lib/chat/queries";
import { createReadMarker } from "@/lib/chat/read-marker";
import {
  emptyThread,
  type NewestPage,
  type ThreadState,
  withCall,
  withMessages,
  withNewestPage,
  withOlderPage,
  withoutPending,
  withPending,
  withRead,
} from "@/lib/chat/thread-state";
import type { PendingMessage, Person } from "@/lib/chat/types";
import { createTypingSignals, type TypingSignals } from "@/lib/chat/typing";
import { onNoteSent } from "@/lib/chat/voice-notes/client/sent";
import { fieldsOf, textOf } from "@/lib/fields";
import { openChannel } from "@/lib/realtime/channel";
import type { Connect } from "@/lib/supabase/connect";

const sendTimeoutMs = 15_000;
const catchUpRetryMs = 3_000;

/** What the server has rendered of a thread. */
export interface ThreadSeed {
  matchId: string;
  viewerId: string;
  /** The other members. */
  people: readonly Person[];
  page: NewestPage;
}

/** A thread that is kept in step with the database while it is open. */
export interface ThreadSession extends Observable<ThreadState> {
  /** Joins the match's channel and catches up. Returns what leaves it. */
  open: () => () => void;
  /** Takes in a newer rendering of the same thread. */
  adopt: (seed: ThreadSeed) => void;
  send: (body: string) => void;
  retry: (id: string) => void;
  discard: (id: string) => void;
  loadOlder: () => Promise<void>;
  /** The newest message is on the screen. */
  markRead: () => void;
  notifyTyping: () => void;
}

/**
 * @param connect - gives the client that is signed in as `seed.viewerId`; not called before the
 *   thread is used, because rendering on the server needs none
 */
export function createThreadSession(connect: Connect, seed: ThreadSeed): ThreadSession {
  const { matchId, viewerId } = seed;
  const cell = createCell<ThreadState>(seeded(emptyThread, seed));
  let typing: TypingSignals | null = null;
  const reading = createReadMarker(connect, matchId, viewerId);
  const outbox = createOutbox<PendingMessage>({
    deliver,
    onChange: (message) => cell.update((state) => withPending(state, message)),
  });

  async function deliver(message: PendingMessage): Promise<SendOutcome> {
    try {
      const row = await insertMessage(
        await connect(),
        { id: message.id, matchId, senderId: viewerId, body: message.body },
        AbortSignal.timeout(sendTimeoutMs),
      );
      if (row) cell.update((state) => withMessages(state, [row]));
      else await refresh();
      return "sent";
    } catch (error) {
      return isRefusal(error) ? "refused" : "lost";
    }
  }

  async function refresh(known = cell.getSnapshot().messages) {
    const page = await catchUp(known, async (before) =>
      fetchPage(await connect(), { matchId, before }),
    );
    cell.update((state) => withNewestPage(state, page));
  }

  function open() {
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
    const channel = openChannel(connect, `match:${matchId}`, {
      on: {
        message: onMessage,
        "message-updated": onMessage,
        call: onCall,
        read: onRead,
      },
      onGap: () => {
        void keepUp();
        outbox.resume();
      },
    });
    // On a channel of its own: where clients may send, a member could make messages up.
    const whispers = openChannel(connect, `typing:${matchId}`, {
      on: { typing: (payload) => signals.hear(payload) },
      onGap: () => undefined,
    });
    const signals = createTypingSignals({ viewerId, cell, say: whispers.send });
    typing = signals;
    const unlisten = onNoteSent((message) => {
      if (message.matchId === matchId) cell.update((state) => withMessages(state, [message]));
    });
    return () => {
      left = true;
      unlisten();
      clearTimeout(retry);
      typing = null;
      signals.stop();
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
    const { profile_id, last_read_at } = fieldsOf(payload);
    const [profileId, readAt] = [textOf(profile_id), textOf(last_read_at)];
    if (!profileId || !readAt || profileId === viewerId) return;
    cell.update((state) => withRead(state, profileId, readAt));
  }

  async function loadOlder() {
    const { messages, hasOlder, older } = cell.getSnapshot();
    const before = messages[0];
    if (!hasOlder || older === "loading" || !before) return;
    cell.update((state) => ({ ...state, older: "loading" }));
    try {
      const page = await fetchPage(await connect(), { matchId, before });
      cell.update((state) => withOlderPage(state, page));
    } catch {
      cell.update((state) => ({ ...state, older: "failed" }));
    }
  }

  return {
    subscribe: cell.subscribe,
    getSnapshot: cell.getSnapshot,
    open,
    adopt: (next) => cell.update((state) => seeded(state, next)),
    send(body) {
      const id = crypto.randomUUID();
      outbox.add({ id, body, writtenAt: Date.now(), state: "sending" });
    },
    retry: outbox.retry,
    discard(id) {
      outbox.discard(id);
      cell.update((state) => withoutPending(state, id));
    },
    loadOlder,
    markRead: () => reading.mark(cell.getSnapshot().messages.at(-1)),
    notifyTyping: () => typing?.say(),
  };
}

function seeded(state: ThreadState, { people, page }: ThreadSeed): ThreadState {
  return people.reduce(
    (next, { id, lastReadAt }) => (lastReadAt ? withRead(next, id, lastReadAt) : next),
    withNewestPage(state, page),
  );
}

/** Postgres and PostgREST answer with a code; a lost connection or a timeout has none of theirs. */
function isRefusal(error: unknown): boolean {
  const code = textOf(fieldsOf(error).code);
  return code !== null && /^(PGRST\d+|[0-9A-Z]{5})$/.test(code);
}
