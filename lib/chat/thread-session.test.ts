import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { textMessage } from "@/lib/chat/testing";
import { createThreadSession } from "@/lib/chat/thread-session";
import type { Message } from "@/lib/chat/types";
import { openUserChannel } from "@/lib/realtime/user-channel";
import type { Connect } from "@/lib/supabase/connect";

const history = Array.from({ length: 100 }, (_, n) => textMessage(String(n).padStart(3, "0"), n));
const matchId = history[0]?.matchId ?? "";

const toRow = (message: Message) => ({
  id: message.id,
  match_id: message.matchId,
  sender_id: message.senderId,
  kind: message.kind,
  body: message.body,
  deleted_at: null,
  created_at: message.createdAt,
  call_id: null,
  call: null,
});

/** Supabase as a thread sees it: channels by topic, and pages of `history`, newest first. */
function fakeSupabase() {
  const topics = new Map<string, { joined(): void; tell(event: string, payload: object): void }>();
  const database = {
    down: false,
    asked: 0,
    channel: null as string | null,
    deleted: new Set<string>(),
  };
  function channel(topic: string) {
    const listeners = new Map<string, (message: { payload: unknown }) => void>();
    const self = {
      state: "closed",
      on(_: string, { event }: { event: string }, listener: (m: { payload: unknown }) => void) {
        listeners.set(event, listener);
      },
      subscribe(callback: (status: string) => void) {
        topics.set(topic, {
          joined() {
            self.state = "joined";
            callback("SUBSCRIBED");
          },
          tell: (event, payload) => listeners.get(event)?.({ payload }),
        });
      },
    };
    return self;
  }
  function page(cursor: string | null) {
    database.asked += 1;
    if (database.down) throw new TypeError("fetch failed");
    const end = history.findIndex(({ id }) => id === cursor);
    return {
      data: history
        .slice(0, end === -1 ? undefined : end)
        .reverse()
        .slice(0, 31)
        .map(toRow)
        .map((row) =>
          database.deleted.has(row.id) ? { ...row, deleted_at: row.created_at } : row,
        ),
    };
  }
  function from(table: string) {
    let cursor: string | null = null;
    const query = {
      select: () => query,
      eq: () => query,
      order: () => query,
      limit: () => query,
      gte: () => query,
      or(text: string) {
        cursor = /id\.lt\.(\d+)/.exec(text)?.[1] ?? null;
        return query;
      },
      maybeSingle: () => query,
      throwOnError: async () =>
        table === "matches" ? { data: { id: matchId, channel: database.channel } } : page(cursor),
    };
    return query;
  }
  const client = {
    realtime: { setAuth: async () => {} },
    removeChannel: async () => {},
    channel,
    from,
  };
  return { topics, database, connect: (async () => client) as unknown as Connect };
}

afterEach(() => vi.useRealTimers());
beforeEach(() => {
  const requestIdleCallback = (work: () => void) => queueMicrotask(work);
  vi.stubGlobal("window", Object.assign(new EventTarget(), { requestIdleCallback }));
  vi.stubGlobal("requestIdleCallback", requestIdleCallback);
  vi.stubGlobal("cancelIdleCallback", () => {});
  vi.stubGlobal("document", new EventTarget());
});

async function openThread(known = history.slice(0, 30)) {
  const supabase = fakeSupabase();
  const session = createThreadSession(supabase.connect, {
    matchId,
    viewerId: "me",
    people: [],
    page: { messages: known, hasOlder: false },
  });
  const leave = session.open();
  const topic = (name: string) => vi.waitUntil(() => supabase.topics.get(`${name}:${matchId}`));
  return {
    ...supabase,
    session,
    leave,
    live: await topic("match"),
    whispers: await topic("typing"),
  };
}

test("what comes in while a gap cannot be closed yet does not hide the gap", async () => {
  const { session, live, database, leave } = await openThread();
  database.down = true;
  live.joined();
  await vi.waitFor(() => expect(database.asked).toBe(1));
  live.tell("message", toRow(history.at(-1) ?? textMessage("none", 0)));
  database.down = false;
  live.joined();
  await vi.waitFor(() => expect(session.getSnapshot().messages).toHaveLength(history.length));
  expect(session.getSnapshot().messages.map(({ id }) => id)).toEqual(history.map(({ id }) => id));
  leave();
});

test("what was taken back while it slept goes, however far up it stands", async () => {
  const { session, live, database, leave } = await openThread(history);
  const shown = (id: string) => session.getSnapshot().messages.find((row) => row.id === id);
  database.deleted.add("050");
  live.joined();
  await vi.waitFor(() => expect(shown("050")).toMatchObject({ deleted: true, body: null }));
  expect(session.getSnapshot().messages).toHaveLength(history.length);
  leave();
});

test("how far others have read is told by the reader's own channel, match by match", async () => {
  const { session, topics, connect, leave } = await openThread();
  const close = openUserChannel(connect, "me");
  const mine = await vi.waitUntil(() => topics.get("user:me"));
  const readUpTo = () => session.getSnapshot().readUpTo;
  const read = { profile_id: "ben", last_read_at: history[5]?.createdAt };
  mine.tell("read", { ...read, match_id: "another" });
  expect(readUpTo()).toEqual({});
  mine.tell("read", { ...read, match_id: matchId });
  expect(readUpTo()).toEqual({ ben: read.last_read_at });
  session.forgetReads();
  expect(readUpTo()).toEqual({});
  close();
  leave();
});

test("a thread that was left asks for nothing any more", async () => {
  vi.useFakeTimers();
  const { live, database, leave } = await openThread();
  database.down = true;
  live.joined();
  leave();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(database.asked).toBeLessThanOrEqual(1);
});

test("messages come from the database's channel alone, and typing from that of the members", async () => {
  const { session, live, whispers, leave } = await openThread();
  const made = { ...toRow(textMessage("999", 999)), sender_id: "me", body: "I never wrote this" };
  whispers.tell("message", made);
  expect(session.getSnapshot().messages).toHaveLength(30);
  live.tell("typing", { profile_id: "ben" });
  expect(session.getSnapshot().typing).toEqual([]);
  whispers.tell("typing", { profile_id: "ben" });
  expect(session.getSnapshot().typing).toEqual(["ben"]);
  leave();
});

test("a thread whose channel has moved, since somebody left, goes along", async () => {
  const { live, topics, database, session, leave } = await openThread();
  database.channel = "elsewhere";
  live.tell("moved", {});
  const there = await vi.waitUntil(() => topics.get("match:elsewhere"));
  there.joined();
  there.tell("message", toRow(textMessage("999", 999)));
  expect(session.getSnapshot().messages.at(-1)?.id).toBe("999");
  leave();
});

test("what is written stands there before the code that sends it has come", async () => {
  const supabase = fakeSupabase();
  const seed = { matchId, viewerId: "me", people: [], page: { messages: [], hasOlder: false } };
  const session = createThreadSession(supabase.connect, seed);
  session.send("Hello");
  const pending = () => session.getSnapshot().pending;
  expect(pending()).toMatchObject([{ body: "Hello", state: "sending" }]);
  await vi.waitFor(() => expect(pending()).toMatchObject([{ body: "Hello", state: "waiting" }]));
});
