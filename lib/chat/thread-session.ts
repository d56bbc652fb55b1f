import { createCell, type Observable } from "@/lib/cell";
import type { MessageActions } from "@/lib/chat/message-actions";
import { createOutbox } from "@/lib/chat/outbox";
import type { ThreadLink } from "@/lib/chat/thread-link";
import {
  emptyThread,
  type NewestPage,
  type ThreadState,
  withNewestPage,
  withoutPending,
  withoutReads,
  withPending,
  withRead,
} from "@/lib/chat/thread-state";
import type { Message, PendingMessage, Person } from "@/lib/chat/types";
import { noAnswer } from "@/lib/http/no-answer";
import { startOnDemand } from "@/lib/on-demand";
import type { Connect } from "@/lib/supabase/connect";

/** What the server has rendered of a thread. */
export interface ThreadSeed {
  matchId: string;
  viewerId: string;
  /** The other members. */
  people: readonly Person[];
  page: NewestPage;
}

/** A thread that is kept in step with the database while it is open. */
export interface ThreadSession
  extends Observable<ThreadState>,
    Pick<MessageActions, "react" | "remove"> {
  /** Joins the match's channel and catches up, once the page is idle. Returns what leaves it. */
  open: () => () => void;
  /** Takes in a newer rendering of the same thread. */
  adopt: (seed: ThreadSeed) => void;
  send: (body: string) => void;
  retry: (id: string) => void;
  discard: (id: string) => void;
  loadOlder: () => Promise<void>;
  /** The newest message is on the screen. */
  markRead: () => void;
  /** The viewer no longer exchanges read receipts. */
  forgetReads: () => void;
  notifyTyping: () => void;
}

/**
 * What is shown of a thread, at once. The code that talks to the database is fetched when it is
 * needed: what is done before waits for it.
 *
 * @param connect - gives the client that is signed in as `seed.viewerId`; not called before the
 *   thread is used, because rendering on the server needs none
 */
export function createThreadSession(connect: Connect, seed: ThreadSeed): ThreadSession {
  const { matchId, viewerId } = seed;
  const cell = createCell<ThreadState>(seeded(emptyThread, seed));
  let linked: ThreadLink | null = null;
  /** The newest message that was on the screen before the link was there. */
  let seen: Message | undefined;
  const outbox = createOutbox<PendingMessage>({
    deliver: (message) =>
      link().then(
        ({ deliver }) => deliver(message),
        () => "lost",
      ),
    onChange: (message) => cell.update((state) => withPending(state, message)),
  });

  /** @throws TypeError when the code is not to be had, as without a network */
  async function link(): Promise<ThreadLink> {
    const { createThreadLink } = await import("@/lib/chat/thread-link");
    if (!linked) {
      linked = createThreadLink({ connect, cell, matchId, viewerId });
      linked.markRead(seen);
    }
    return linked;
  }

  async function loadOlder() {
    const { messages, hasOlder, older } = cell.getSnapshot();
    if (!hasOlder || older === "loading" || messages.length === 0) return;
    cell.update((state) => ({ ...state, older: "loading" }));
    try {
      await (await link()).loadOlder();
    } catch {
      cell.update((state) => ({ ...state, older: "failed" }));
    }
  }

  return {
    subscribe: cell.subscribe,
    getSnapshot: cell.getSnapshot,
    open: () => startOnDemand(async () => ({ stop: (await link()).open(outbox.resume) })).stop,
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
    react: (messageId, emoji) =>
      link().then(
        ({ react }) => react(messageId, emoji),
        () => false,
      ),
    remove: (messageId) => link().then(({ remove }) => remove(messageId), noAnswer),
    loadOlder,
    forgetReads: () => cell.update(withoutReads),
    markRead() {
      seen = cell.getSnapshot().messages.at(-1);
      linked?.markRead(seen);
    },
    notifyTyping: () => linked?.notifyTyping(),
  };
}

function seeded(state: ThreadState, { people, page }: ThreadSeed): ThreadState {
  return people.reduce(
    (next, { id, lastReadAt }) => (lastReadAt ? withRead(next, id, lastReadAt) : next),
    withNewestPage(state, page),
  );
}
