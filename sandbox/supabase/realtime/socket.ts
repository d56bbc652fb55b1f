import type { WebSocket } from "ws";
import { ZodError } from "zod";
import { Channel, type RealtimeContext, Refusal } from "./channel.ts";
import { decode, encode, type Frame, type Version } from "./protocol.ts";

/** As Phoenix: a client that is silent for longer, without even a heartbeat, is gone. */
const idleMs = 60_000;

/** Serves one client of Realtime until its socket closes. */
export function serveSocket(
  socket: WebSocket,
  version: Version,
  apiKey: string,
  context: RealtimeContext,
): void {
  const channels = new Map<string, { joinRef: string | null; channel: Channel }>();
  const send = (frame: Frame) => socket.send(encode(frame, version));
  const reply = (to: Frame, status: "ok" | "error", response: object) =>
    send({ ...to, event: "phx_reply", payload: { status, response } });

  function close(topic: string): void {
    const member = channels.get(topic);
    if (!member) return;
    const { joinRef } = member;
    channels.delete(topic);
    member.channel.leave();
    send({ joinRef, ref: joinRef, topic, event: "phx_close", payload: {} });
  }

  function shut(topic: string, reason: string): void {
    const joinRef = channels.get(topic)?.joinRef ?? null;
    const payload = {
      extension: "system",
      status: "error",
      message: reason,
      channel: topic.replace(/^realtime:/, ""),
    };
    send({ joinRef, ref: null, topic, event: "system", payload });
    close(topic);
  }

  async function join(frame: Frame): Promise<void> {
    const { topic, ref } = frame;
    close(topic);
    const joinRef = frame.joinRef ?? ref;
    try {
      const channel = await Channel.join(context, frame, apiKey, {
        send: (event, payload) => send({ joinRef: null, ref: null, topic, event, payload }),
        onExpired: (reason) => shut(topic, reason),
      });
      if (socket.readyState !== socket.OPEN) return channel.leave();
      channels.set(topic, { joinRef, channel });
      reply(frame, "ok", { postgres_changes: [] });
      channel.welcome();
    } catch (error) {
      if (error instanceof Refusal) return reply(frame, "error", { reason: error.message });
      throw error;
    }
  }

  async function handle(frame: Frame): Promise<void> {
    if (frame.topic === "phoenix") return reply(frame, "ok", {});
    if (frame.event === "phx_join") return join(frame);
    const member = channels.get(frame.topic);
    if (!member) return reply(frame, "error", { reason: "unmatched topic" });
    if (frame.event === "phx_leave") {
      reply(frame, "ok", {});
      return close(frame.topic);
    }
    try {
      const response = await member.channel.handle(frame, apiKey);
      if (response) reply(frame, "ok", response);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      shut(frame.topic, error.message);
    }
  }

  const idle = setTimeout(() => socket.terminate(), idleMs);
  let last = Promise.resolve();
  socket.on("message", (data, isBinary) => {
    idle.refresh();
    const bytes = Buffer.isBuffer(data) ? data : Buffer.from(data as ArrayBuffer);
    // One after the other: a message after a join must not overtake its policies.
    last = last
      .then(() => handle(decode(bytes, isBinary, version)))
      .catch((error: unknown) => {
        const isTheirs = error instanceof SyntaxError || error instanceof ZodError;
        if (!isTheirs) console.error(error);
        socket.close(isTheirs ? 1007 : 1011);
      });
  });
  socket.on("close", () => {
    clearTimeout(idle);
    for (const { channel } of channels.values()) channel.leave();
    channels.clear();
  });
}
