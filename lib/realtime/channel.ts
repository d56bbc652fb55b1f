import type { RealtimeChannel } from "@supabase/supabase-js";
import { onWake } from "@/lib/realtime/wake";
import type { Connect } from "@/lib/supabase/connect";

interface ChannelHandlers {
  /** What to do with each event's payload, by event. */
  on: Record<string, (payload: unknown) => void>;
  /** Joined, joined again, or awake again: events may have been missed, so fetch. */
  onGap: () => void;
}

/** A private channel that stays joined until it is closed. */
export interface LiveChannel {
  /** Tells the other members; forgotten when the channel is not joined. */
  send: (event: string, payload: object) => void;
  close: () => void;
}

const retryMs = 3_000;

/** The client knows one channel a topic, so whoever leaves it must be done before the next joins. */
const queues = new Map<string, Promise<void>>();

/**
 * Joins a private channel and keeps it: after sleep or a lost network it renews the token, joins
 * again and reports the gap. Errors in between are retried by the client itself, with backoff.
 */
export function openChannel(
  connect: Connect,
  topic: string,
  handlers: ChannelHandlers,
): LiveChannel {
  let channel: RealtimeChannel | null = null;
  let closed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const inOrder = (step: () => Promise<void>) => {
    const work = (queues.get(topic) ?? Promise.resolve()).then(step).catch(() => {
      if (!closed) retry = setTimeout(inOrder, retryMs, join);
    });
    queues.set(topic, work);
  };

  async function leave() {
    const old = channel;
    channel = null;
    if (old) await (await connect()).removeChannel(old);
  }

  async function join() {
    if (closed || channel?.state === "joined") return;
    await leave();
    const client = await connect();
    // A private channel is authorised when it is joined, with the token that the socket holds.
    await client.realtime.setAuth();
    if (closed) return;
    const joining = client.channel(topic, { config: { private: true } });
    channel = joining;
    for (const [event, handler] of Object.entries(handlers.on)) {
      joining.on("broadcast", { event }, (message) => {
        if (channel === joining) handler(message.payload);
      });
    }
    joining.subscribe((status) => {
      if (status === "SUBSCRIBED" && channel === joining) handlers.onGap();
    });
  }

  async function wake() {
    const client = await connect();
    // Renews the token if it has run out while the tab slept.
    await client.auth.getSession();
    await client.realtime.setAuth();
    if (closed) return;
    handlers.onGap();
    await join();
  }

  inOrder(join);
  const stopWaking = onWake(() => inOrder(wake));

  return {
    send(event, payload) {
      if (channel?.state !== "joined") return;
      void channel.send({ type: "broadcast", event, payload });
    },
    close() {
      closed = true;
      clearTimeout(retry);
      stopWaking();
      inOrder(leave);
    },
  };
}
