import type { PendingMessage } from "@/lib/chat/types";

/** How an attempt to send ended. `lost` means that the network did not carry it. */
export type SendOutcome = "sent" | "lost" | "refused";

interface OutboxDeps {
  /** Tries once. It must not throw, and may be repeated with the same message. */
  deliver: (message: PendingMessage) => Promise<SendOutcome>;
  /** Hears of every change of a message. */
  onChange: (message: PendingMessage) => void;
}

/** Messages on their way out, sent one after the other so that they arrive in order. */
export interface Outbox {
  add: (body: string) => void;
  retry: (id: string) => void;
  discard: (id: string) => void;
  /** Sends again what the network had lost. */
  resume: () => void;
}

/** An empty outbox; nothing of it outlives the page. */
export function createOutbox({ deliver, onChange }: OutboxDeps): Outbox {
  const messages = new Map<string, PendingMessage>();
  let work = Promise.resolve();

  const change = (message: PendingMessage, state: PendingMessage["state"]) => {
    const next = { ...message, state };
    messages.set(message.id, next);
    onChange(next);
  };

  async function attempt(id: string) {
    const message = messages.get(id);
    if (message?.state !== "sending") return;
    const outcome = await deliver(message);
    if (!messages.has(id)) return;
    if (outcome === "sent") messages.delete(id);
    else change(message, outcome === "lost" ? "waiting" : "failed");
  }

  function start(message: PendingMessage) {
    change(message, "sending");
    work = work.then(() => attempt(message.id));
  }

  return {
    add(body) {
      start({ id: crypto.randomUUID(), body, writtenAt: Date.now(), state: "sending" });
    },
    retry(id) {
      const message = messages.get(id);
      if (message && message.state !== "sending") start(message);
    },
    discard(id) {
      messages.delete(id);
    },
    resume() {
      for (const message of messages.values()) if (message.state === "waiting") start(message);
    },
  };
}
