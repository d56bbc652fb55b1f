import { createClient, type RealtimeChannel, type SupabaseClient } from "@supabase/supabase-js";
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import type { SandboxSupabase } from "../server.ts";
import { signIn, startTestSupabase, visitor } from "../testing/harness.ts";

let supabase: SandboxSupabase;
let ann: { client: SupabaseClient; id: string };
let ben: { client: SupabaseClient; id: string };

beforeAll(async () => {
  supabase = await startTestSupabase();
  ann = await signIn(supabase, "ann@example.com");
  ben = await signIn(supabase, "ben@example.com");
  await ann.client.from("authors").insert({ id: ann.id, name: "Ann" });
}, 60_000);
afterEach(async () => {
  await ann.client.removeAllChannels();
  await ben.client.removeAllChannels();
});
afterAll(() => supabase.close());

/** Subscribes and gives back the first status, with the reason of a refusal. */
function subscribe(channel: RealtimeChannel): Promise<string> {
  return new Promise((resolve) => {
    channel.subscribe((status, error) => resolve(error ? `${status}: ${error.message}` : status));
  });
}

/** The payload of the next broadcast of this event. */
function next(channel: RealtimeChannel, event: string): Promise<Record<string, unknown>> {
  return new Promise((resolve) => channel.on("broadcast", { event }, resolve));
}

const isPrivate = { config: { private: true } };

test("a member joins a private topic, a stranger and a visitor are refused", async () => {
  const topic = `author:${ann.id}`;
  expect(await subscribe(ann.client.channel(topic, isPrivate))).toBe("SUBSCRIBED");
  const reason = "You do not have permissions to read from this Channel topic";
  const refusal = `CHANNEL_ERROR: Unauthorized: ${reason}: ${topic}`;
  expect(await subscribe(ben.client.channel(topic, isPrivate))).toBe(refusal);
  const nobody = visitor(supabase);
  expect(await subscribe(nobody.channel(topic, isPrivate))).toBe(refusal);
  await nobody.removeAllChannels();
});

test("members of a topic hear each other, and only who may send is heard", async () => {
  const annInRoom = ann.client.channel("room", isPrivate);
  const benInRoom = ben.client.channel("room", {
    config: { private: true, broadcast: { self: true, ack: true } },
  });
  const heard = [next(annInRoom, "typing"), next(benInRoom, "typing")];
  await Promise.all([subscribe(annInRoom), subscribe(benInRoom)]);
  const message = { type: "broadcast" as const, event: "typing", payload: { who: "Bén 🙂" } };
  expect(await benInRoom.send(message)).toBe("ok");
  expect(await Promise.all(heard)).toMatchObject([message, message]);

  const own = ann.client.channel(`author:${ann.id}`, {
    config: { private: true, broadcast: { self: true } },
  });
  const onMessage = vi.fn();
  own.on("broadcast", { event: "forbidden" }, onMessage);
  const allowed = next(own, "note");
  await subscribe(own);
  await own.send({ type: "broadcast", event: "forbidden", payload: {} });
  await ann.client.from("notes").insert({ author_id: ann.id, body: "after" });
  await allowed;
  expect(onMessage).not.toHaveBeenCalled();
});

test("bytes arrive as bytes", async () => {
  const annInRoom = ann.client.channel("room", isPrivate);
  const benInRoom = ben.client.channel("room", isPrivate);
  const heard = next(annInRoom, "sound");
  await Promise.all([subscribe(annInRoom), subscribe(benInRoom)]);
  const payload = new Uint8Array([1, 2, 250]).buffer;
  await benInRoom.send({ type: "broadcast", event: "sound", payload });
  const { payload: received } = await heard;
  expect(new Uint8Array(received as ArrayBuffer)).toEqual(new Uint8Array([1, 2, 250]));
});

test("a client of the older protocol takes part", async () => {
  const older = createClient(supabase.url, supabase.publishableKey, {
    realtime: { vsn: "1.0.0" },
    accessToken: async () =>
      (await ben.client.auth.getSession()).data.session?.access_token ?? null,
  });
  await older.realtime.setAuth();
  const olderInRoom = older.channel("room", isPrivate);
  const annInRoom = ann.client.channel("room", isPrivate);
  const heard = [next(olderInRoom, "hello"), next(annInRoom, "answer")];
  expect(await Promise.all([subscribe(olderInRoom), subscribe(annInRoom)])).toEqual([
    "SUBSCRIBED",
    "SUBSCRIBED",
  ]);
  await annInRoom.send({ type: "broadcast", event: "hello", payload: { n: 1 } });
  await olderInRoom.send({ type: "broadcast", event: "answer", payload: { n: 2 } });
  expect(await Promise.all(heard)).toMatchObject([{ payload: { n: 1 } }, { payload: { n: 2 } }]);
  await older.removeAllChannels();
});

test("a topic that is not private is refused where the project allows private ones only", async () => {
  const open = visitor(supabase).channel("room");
  expect(await subscribe(open)).toBe(
    "CHANNEL_ERROR: PrivateOnly: This project only allows private channels",
  );
  await open.unsubscribe();
});

test("a topic that is not private is open, and apart from the private one of its name", async () => {
  supabase.settings.publicChannels = true;
  onTestFinished(() => {
    supabase.settings.publicChannels = false;
  });
  const open = visitor(supabase).channel("room");
  const closed = ann.client.channel("room", isPrivate);
  const onMessage = vi.fn();
  open.on("broadcast", { event: "*" }, onMessage);
  const heard = next(closed, "done");
  expect(await Promise.all([subscribe(open), subscribe(closed)])).toEqual([
    "SUBSCRIBED",
    "SUBSCRIBED",
  ]);
  await ben.client.channel("room", isPrivate).httpSend("done", {});
  await heard;
  expect(onMessage).not.toHaveBeenCalled();
  await open.unsubscribe();
});

test("what the database sends arrives once it is committed, however large", async () => {
  const channel = ann.client.channel(`author:${ann.id}`, isPrivate);
  const messages: Record<string, unknown>[] = [];
  channel.on("broadcast", { event: "note" }, (message) => messages.push(message));
  await subscribe(channel);
  const body = "long ".repeat(4000);
  const notes = [body, "second", "third"].map((text) => ({
    id: crypto.randomUUID(),
    author_id: ann.id,
    body: text,
  }));
  await ann.client.from("notes").insert(notes);
  await vi.waitFor(() => expect(messages).toHaveLength(3));
  expect(messages).toMatchObject(
    notes.map((note) => ({
      type: "broadcast",
      event: "note",
      payload: note,
      meta: { id: expect.any(String) },
    })),
  );
});

test("members see who comes, changes and goes", async () => {
  const presence = { private: true, presence: { key: "ann" } };
  const annInRoom = ann.client.channel("room", { config: presence });
  const benInRoom = ben.client.channel("room", {
    config: { private: true, presence: { key: "ben" } },
  });
  const left = vi.fn();
  annInRoom.on("presence", { event: "leave" }, ({ key }) => left(key));
  benInRoom.on("presence", { event: "sync" }, () => {});
  await subscribe(annInRoom);
  expect(await annInRoom.track({ mood: "calm" })).toBe("ok");
  await subscribe(benInRoom);
  await vi.waitFor(() =>
    expect(benInRoom.presenceState()).toMatchObject({ ann: [{ mood: "calm" }] }),
  );
  await benInRoom.track({ mood: "new" });
  await annInRoom.track({ mood: "glad" });
  await vi.waitFor(() =>
    expect(benInRoom.presenceState()).toMatchObject({
      ann: [{ mood: "glad" }],
      ben: [{ mood: "new" }],
    }),
  );
  expect(benInRoom.presenceState().ann).toHaveLength(1);
  left.mockClear();
  await ben.client.realtime.disconnect();
  await vi.waitFor(() => expect(left).toHaveBeenCalledWith("ben"));
});

test("many queries and joins at a time do not disturb each other", async () => {
  const strangers = Array.from({ length: 10 }, (_, index) =>
    subscribe(ben.client.channel(`author:stranger-${index}`, isPrivate)),
  );
  const reads = Array.from({ length: 20 }, (_, index) =>
    (index % 2 ? ann : ben).client.from("notes").select("author_id"),
  );
  for (const status of await Promise.all(strangers)) expect(status).toContain("Unauthorized");
  for (const [index, { data, error }] of (await Promise.all(reads)).entries()) {
    expect(error).toBeNull();
    expect(new Set(data?.map((note) => note.author_id))).toEqual(
      new Set(index % 2 ? [ann.id] : []),
    );
  }
});
