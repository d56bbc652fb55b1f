import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { recordedSilence } from "@/lib/chat/voice-notes/testing";
import { runRoute } from "../../../../e2e/integration/call-route";
import type { Person } from "../../../../e2e/integration/people";
import { startSandboxEnv } from "../../../../e2e/integration/sandbox-env";

const sandbox = await startSandboxEnv({ RATE_LIMIT_FACTOR: "1000" });
const { supabase } = sandbox;
const { POST } = await import("@/app/api/messages/voice-notes/route");
const { GET } = await import("@/app/api/messages/[id]/audio/route");
const { loadVoiceNote, removeVoiceNotesOf } = await import("@/lib/chat/voice-notes/storage");

const ada = await sandbox.signIn("+14155550181");
const ben = await sandbox.signIn("+14155550182");
const eve = await sandbox.signIn("+14155550183");
const matchId = await sandbox.makeMatch(ada, ben);
const recording = await recordedSilence(3);

beforeEach(async () => {
  await supabase.query("delete from messages");
  await supabase.query("delete from blocks");
});

interface Sending {
  id?: string;
  matchId?: string;
  waveform?: string;
  body?: BodyInit;
  type?: string;
}

async function send(person: Person, sending: Sending = {}) {
  const query = new URLSearchParams({
    id: sending.id ?? randomUUID(),
    matchId: sending.matchId ?? matchId,
    waveform: sending.waveform ?? "0,50,100",
  });
  const response = await runRoute(
    POST,
    new Request(`${process.env.PUBLIC_URL}/api/messages/voice-notes?${query}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${person.accessToken}`,
        "content-type": sending.type ?? "audio/webm;codecs=opus",
      },
      body: sending.body ?? recording,
    }),
  );
  return { status: response.status, json: await response.json() };
}

function play(person: Person, id: string, headers: Record<string, string> = {}) {
  const url = `${process.env.PUBLIC_URL}/api/messages/${id}/audio`;
  const authorization = `Bearer ${person.accessToken}`;
  return runRoute(GET, new Request(url, { headers: { authorization, ...headers } }), { id });
}

async function sent(): Promise<string> {
  const id = randomUUID();
  expect(await send(ada, { id })).toMatchObject({ status: 200 });
  return id;
}

const notes = () =>
  supabase.query<{ id: string; media_path: string }>("select id, media_path from messages");

test("a note becomes one message, however often it is sent", async () => {
  const id = randomUUID();
  const [first] = await Promise.all([send(ada, { id }), send(ada, { id })]);
  const again = await send(ada, { id });
  expect(first.json).toMatchObject({
    ok: true,
    message: {
      id,
      sender_id: ada.id,
      kind: "voice_note",
      media_seconds: 3,
      waveform: [0, 50, 100],
    },
  });
  expect(again.json).toEqual(first.json);
  expect(await notes()).toHaveLength(1);
});

test("the other one hears it, whole or in part, and it counts as played", async () => {
  const id = await sent();
  const plays = () => supabase.query("select profile_id from voice_note_plays");
  const own = await play(ada, id);
  expect([own.status, own.headers.get("content-type")]).toEqual([200, "audio/webm"]);
  expect(await plays()).toEqual([]);

  const whole = await (await play(ben, id)).arrayBuffer();
  const part = await play(ben, id, { range: "bytes=4-9" });
  expect([part.status, part.headers.get("content-range")]).toEqual([
    206,
    `bytes 4-9/${whole.byteLength}`,
  ]);
  expect(await part.arrayBuffer()).toEqual(whole.slice(4, 10));
  expect((await play(ben, id, { range: `bytes=${whole.byteLength}-` })).status).toBe(416);
  expect(await plays()).toEqual([{ profile_id: ben.id }]);
});

test("a browser that has it is told so, as long as it may be heard", async () => {
  const id = await sent();
  const etag = (await play(ben, id)).headers.get("etag") ?? "";
  expect((await play(ben, id, { "if-none-match": etag })).status).toBe(304);
  await supabase.query("insert into blocks (blocker_id, blocked_id) values ($1, $2)", [
    ada.id,
    ben.id,
  ]);
  expect((await play(ben, id, { "if-none-match": etag })).status).toBe(404);
});

test("nobody else hears it or learns that it is there", async () => {
  const id = await sent();
  expect((await play(eve, id)).status).toBe(404);
  expect((await play(eve, randomUUID())).status).toBe(404);
  const unsigned = new Request(`${process.env.PUBLIC_URL}/api/messages/${id}/audio`);
  expect((await runRoute(GET, unsigned, { id })).status).toBe(401);
});

test("nobody gets a note through where they could not write", async () => {
  expect(await send(eve)).toMatchObject({
    status: 403,
    json: { error: { code: "not_reachable" } },
  });
  await supabase.query("insert into blocks (blocker_id, blocked_id) values ($1, $2)", [
    ben.id,
    ada.id,
  ]);
  expect((await send(ada)).status).toBe(403);
  expect(await notes()).toEqual([]);
});

test("an id that another message has is refused, and harms no other note", async () => {
  const id = await sent();
  expect(await send(ben, { id })).toMatchObject({
    status: 409,
    json: { error: { code: "conflict" } },
  });
  const [note] = await notes();
  expect(await loadVoiceNote(note?.media_path ?? "")).not.toBeNull();
});

test.each([
  ["that is no sound", { body: "<html>webm</html>" }, 415, "unsupported_media_type"],
  ["that says so", { type: "text/html" }, 415, "unsupported_media_type"],
  ["that is empty", { body: "" }, 400, "invalid_request"],
  ["over 2 MB", { body: new Uint8Array(2 * 1024 * 1024 + 1) }, 413, "payload_too_large"],
  ["that is louder than loud", { waveform: "101" }, 400, "invalid_request"],
  ["in too many parts", { waveform: `${"1,".repeat(64)}1` }, 400, "invalid_request"],
])("a note %s is refused", async (_what, sending, status, code) => {
  expect(await send(ada, sending)).toMatchObject({ status, json: { ok: false, error: { code } } });
  expect(await notes()).toEqual([]);
});

test("a deleted note cannot be heard, and is not sent anew", async () => {
  const id = await sent();
  await supabase.query("update messages set deleted_at = now() where id = $1", [id]);
  expect((await play(ben, id)).status).toBe(404);
  expect(await send(ada, { id })).toMatchObject({ status: 200, json: { message: { id } } });
  expect((await play(ben, id)).status).toBe(404);
});

test("with a person go all of their notes", async () => {
  await sent();
  const mine = await sent();
  await send(ben);
  await removeVoiceNotesOf(ada.id);
  const objects = await supabase.query<{ name: string }>("select name from storage.objects");
  expect(objects.map(({ name }) => name.split("/")[0])).toEqual(objects.map(() => ben.id));
  expect((await play(ben, mine)).status).toBe(404);
});
