/**
 * How an attempt to send ended. `lost` means that the network did not carry it, `too-often` that
 * it would be taken later.
 */
export type SendOutcome = "sent" | "lost" | "refused" | "too-often";

/** Something that this browser sends and the database has not confirmed. */
export interface Outgoing {
  /** A uuid, chosen here, so that a repetition is recognised. */
  id: string;
  /** Milliseconds since 1970 by this browser's clock: for display only. */
  writtenAt: number;
  /**
   * `failed` and `too-often` wait for the person; `waiting` is sent again by itself, when the network
   * is back and from time to time.
   */
  state: "sending" | "waiting" | "failed" | "too-often";
}

interface OutboxDeps<T extends Outgoing> {
  /** Tries once. It must not throw, and may be repeated with the same message. */
  deliver: (message: T) => Promise<SendOutcome>;
  /** Hears of every change of a message. */
  onChange: (message: T) => void;
}

/** Messages on their way out, sent one after the other so that they arrive in order. */
export interface Outbox<T extends Outgoing> {
  /** Sends a message, if it is new here. */
  add: (message: T) => void;
  retry: (id: string) => void;
  discard: (id: string) => void;
  /** Sends again what the network had lost. */
  resume: () => void;
}

/** Nothing tells a page that a database is there again. The last one counts for all that follow. */
const pausesMs = [2_000, 5_000, 15_000, 30_000];

const stateAfter = { lost: "waiting", refused: "failed", "too-often": "too-often" } as const;

/** An empty outbox; nothing of it outlives the page. */
export function createOutbox<T extends Outgoing>({ deliver, onChange }: OutboxDeps<T>): Outbox<T> {
  const messages = new Map<string, T>();
  let work = Promise.resolve();
  let losses = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const change = (message: T, state: T["state"]) => {
    const next = { ...message, state };
    messages.set(message.id, next);
    onChange(next);
  };

  async function attempt(id: string) {
    const message = messages.get(id);
    if (message?.state !== "sending") return;
    const outcome = await deliver(message);
    if (outcome === "lost") resumeLater();
    else losses = 0;
    if (!messages.has(id)) return;
    if (outcome === "sent") messages.delete(id);
    else change(message, stateAfter[outcome]);
  }

  function resumeLater() {
    clearTimeout(timer);
    timer = setTimeout(resume, pausesMs[losses] ?? pausesMs.at(-1));
    losses += 1;
  }

  function resume() {
    clearTimeout(timer);
    for (const message of messages.values()) if (message.state === "waiting") start(message);
  }

  function start(message: T) {
    change(message, "sending");
    work = work.then(() => attempt(message.id));
  }

  return {
    add(message) {
      if (!messages.has(message.id)) start(message);
    },
    retry(id) {
      const message = messages.get(id);
      if (message && message.state !== "sending") start(message);
    },
    discard(id) {
      messages.delete(id);
    },
    resume,
  };
}
