import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Sandbox, startSandbox } from "./start.ts";

let sandbox: Sandbox;

beforeAll(async () => {
  const appUrl = "http://localhost:3000";
  sandbox = await startSandbox({ appUrl, supabasePort: 0, twilioPort: 0, dataDir: null });
});

afterAll(() => sandbox.close());

/** A person of the demo opens a room for her and Echo, as the app does. */
async function callEcho(kind: "video" | "voice") {
  const { supabase, twilio } = sandbox;
  if (!supabase || !twilio) throw new Error("Both stand-ins have to run");
  const [match] = await supabase.query<{ id: string; caller: string; echo: string }>(
    `select mine.match_id as id, mine.profile_id as caller, hers.profile_id as echo
     from public.match_members mine join public.match_members hers using (match_id)
     where mine.profile_id = '00000000-0000-4000-8000-000000000101'
       and hers.profile_id = '00000000-0000-4000-8000-000000000100'`,
  );
  if (!match) throw new Error("Nobody is matched with Echo");
  const room = twilio.context.rooms.create({ uniqueName: match.id });
  const caller = room.connect("caller", { end: () => {} });
  await supabase.query("select public.begin_room_call($1, $2, $3, $4)", [
    room.sid,
    kind,
    match.caller,
    match.id,
  ]);
  const echo = () =>
    room.participants().find(({ identity }) => identity === twilio.config.echoIdentity);
  return { room, caller, echo };
}

const patience = { timeout: 10_000, interval: 50 };

test("Echo comes to a video call with sound and picture, and leaves when she is alone", async () => {
  const { room, caller, echo } = await callEcho("video");
  const there = await vi.waitUntil(echo, patience);
  expect(there.tracks().map(({ kind }) => kind)).toEqual(["audio", "video"]);
  room.disconnect(caller);
  await vi.waitUntil(() => room.participants().length === 0, patience);
  room.complete();
});

test("Echo comes to a voice call with sound alone, and goes with the room", async () => {
  const { room, echo } = await callEcho("voice");
  const there = await vi.waitUntil(echo, patience);
  expect(there.tracks().map(({ kind }) => kind)).toEqual(["audio"]);
  room.complete();
  expect(room.participants()).toEqual([]);
});

test("Echo does not come to a call that is over when she would answer", async () => {
  const { room, caller, echo } = await callEcho("video");
  room.disconnect(caller);
  room.complete();
  await expect(vi.waitUntil(echo, { timeout: 2000, interval: 50 })).rejects.toThrow();
});
