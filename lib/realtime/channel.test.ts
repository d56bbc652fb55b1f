import { beforeEach, expect, test, vi } from "vitest";
import { openChannel } from "@/lib/realtime/channel";
import type { Connect } from "@/lib/supabase/connect";

/** The part of the client that a channel uses, noting what happens in order. */
function fakeClient() {
  const log: string[] = [];
  const joins: ((status: string) => void)[] = [];
  const listeners = new Map<string, (message: { payload: unknown }) => void>();
  const channel = {
    state: "closed",
    on(_type: string, { event }: { event: string }, listener: (m: { payload: unknown }) => void) {
      listeners.set(event, listener);
    },
    subscribe(callback: (status: string) => void) {
      log.push("join");
      joins.push(callback);
    },
    send: vi.fn(),
  };
  const client = {
    auth: { getSession: async () => log.push("refresh") },
    realtime: { setAuth: async () => log.push("token") },
    channel: () => channel,
    removeChannel: async () => log.push("leave"),
  };
  const settle = (status: string) => {
    channel.state = status === "SUBSCRIBED" ? "joined" : "errored";
    joins.at(-1)?.(status);
  };
  const connect = (async () => client) as unknown as Connect;
  return { log, channel, connect, settle, listeners };
}

const page = new EventTarget();
beforeEach(() => {
  vi.stubGlobal("window", page);
  vi.stubGlobal("document", new EventTarget());
});

function open(fake: ReturnType<typeof fakeClient>, topic: string) {
  const heard: unknown[] = [];
  const onGap = vi.fn();
  const channel = openChannel(fake.connect, topic, {
    on: { message: (payload) => heard.push(payload) },
    onGap,
  });
  return { channel, heard, onGap };
}

test("it joins with a token, and reports a gap each time that it is joined", async () => {
  const fake = fakeClient();
  const { heard, onGap } = open(fake, "match:1");
  await vi.waitFor(() => expect(fake.log).toEqual(["token", "join"]));
  fake.settle("SUBSCRIBED");
  fake.settle("CHANNEL_ERROR");
  fake.settle("SUBSCRIBED");
  expect(onGap).toHaveBeenCalledTimes(2);
  fake.listeners.get("message")?.({ payload: "hello" });
  expect(heard).toEqual(["hello"]);
});

test("after a lost network it refreshes the session, fetches, and joins anew", async () => {
  const fake = fakeClient();
  const { onGap } = open(fake, "match:2");
  await vi.waitFor(() => expect(fake.log).toContain("join"));
  fake.settle("CHANNEL_ERROR");
  fake.log.length = 0;
  page.dispatchEvent(new Event("online"));
  await vi.waitFor(() => expect(fake.log).toEqual(["refresh", "token", "leave", "token", "join"]));
  expect(onGap).toHaveBeenCalledTimes(1);
});

test("closed before it has joined, it never joins", async () => {
  const fake = fakeClient();
  open(fake, "match:3").channel.close();
  const next = open(fake, "match:3");
  await vi.waitFor(() => expect(fake.log).toContain("join"));
  expect(fake.log.filter((entry) => entry === "join")).toHaveLength(1);
  next.channel.close();
  await vi.waitFor(() => expect(fake.log).toContain("leave"));
});

test("nothing is sent while it is not joined", async () => {
  const fake = fakeClient();
  const { channel } = open(fake, "match:4");
  channel.send("typing", {});
  await vi.waitFor(() => expect(fake.log).toContain("join"));
  fake.settle("SUBSCRIBED");
  channel.send("typing", { profile_id: "ana" });
  expect(fake.channel.send).toHaveBeenCalledExactlyOnceWith({
    type: "broadcast",
    event: "typing",
    payload: { profile_id: "ana" },
  });
});
