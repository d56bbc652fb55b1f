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

/** A topic whose name may change while one listens; `key` is what it is called here. */
export interface MovingTopic {
  key: string;
  /** Where it is now. */
  find: () => Promise<string>;
}

/** The client knows one channel a topic, so whoever leaves it must be done before the next joins. */
const queues = new Map<string, Promise<void>>();

/**
 * Joins a private channel and keeps it: after sleep or a lost network it renews the token, joins
 * again and reports the gap. Errors in between are retried by the client itself, with backoff; on a
 * topic that has moved, which the event `moved` says, it goes along.
 */
export function openChannel(
  connect: Connect,
  topic: string | MovingTopic,
  handlers: ChannelHandlers,
): LiveChannel {
  const { key, find } = typeof topic === "string" ? { key: topic, find: async () => topic } : topic;
  let channel: RealtimeChannel | null = null;
  let joinedTopic = "";
  let closed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const inOrder = (step: () => Promise<void>) => {
    const work = (queues.get(key) ?? Promise.resolve()).then(step).catch(() => {
      if (!closed) retry = setTimeout(inOrder, retryMs, join);
    });
    queues.set(key, work);
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
    const name = await find();
    if (closed) return;
    joinedTopic = name;
    const joining = client.channel(name, { config: { private: true } });
    channel = joining;
    for (const [event, handler] of Object.entries(handlers.on)) {
      joining.on("broadcast", { event }, (message) => {
        if (channel === joining) handler(message.payload);
      });
    }
    joining.on("broadcast", { event: "moved" }, () => {
      if (channel === joining) inOrder(follow);
    });
    joining.subscribe((status) => {
      if (channel !== joining) return;
      if (status === "SUBSCRIBED") handlers.onGap();
      else if (status === "CHANNEL_ERROR" && typeof topic !== "string") inOrder(follow);
    });
  }

  /** Goes where the topic has moved to; where it has not, the client itself tries again. */
  async function follow() {
    if (closed || (await find()) === joinedTopic) return;
    await leave();
    await join();
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
