import { expect, test } from "vitest";
import { clientOf } from "../testing/client.ts";
import { prepareBrowser, startRoom, type TokenOptions } from "./testing/guests.ts";

prepareBrowser();

/** Nothing but what it takes to be let in. */
const quiet = { audio: false, video: false };

const refusals: { what: string; options: TokenOptions; code: number }[] = [
  { what: "an expired token", options: { ttl: -10 }, code: 20104 },
  { what: "a token signed by someone else", options: { secret: "0".repeat(32) }, code: 20107 },
  {
    what: "a token of another account",
    options: { accountSid: `AC${"0".repeat(32)}` },
    code: 20103,
  },
  { what: "a token for another room", options: { room: `RM${"0".repeat(32)}` }, code: 53104 },
];

test.each(refusals)("$what is refused as $code", async ({ options, code }) => {
  const { open, token, room } = await startRoom();
  const alice = await open();
  await alice.connect(token("alice", options), { name: room.sid, ...quiet });
  expect(await alice.failed()).toMatchObject({ code });
  expect(room.everyone()).toEqual([]);
});

test("a token without a video grant is refused as 20106", async () => {
  const { open, room, voiceToken } = await startRoom();
  const alice = await open();
  await alice.connect(voiceToken("alice"), { name: room.sid, ...quiet });
  expect(await alice.failed()).toMatchObject({ code: 20106 });
});

test("a room is entered by its name as by its SID, and by no other", async () => {
  const { open, token, room } = await startRoom();
  const [alice, bob] = await Promise.all([open(), open()]);
  await alice.connect(token("alice", { room: "match-1" }), { name: room.sid, ...quiet });
  expect((await alice.state()).sid).toBe(room.sid);
  await bob.connect(token("bob"), { name: "match-2", ...quiet });
  expect(await bob.failed()).toMatchObject({ code: 53106 });
});

test("a full room takes nobody in, a completed one neither", async () => {
  const { open, token, room, join } = await startRoom({ maxParticipants: 1 });
  const alice = await join("alice", quiet);
  const bob = await open();
  await bob.connect(token("bob"), { name: room.sid, ...quiet });
  expect(await bob.failed()).toMatchObject({ code: 53105 });
  room.complete();
  expect(await alice.failed()).toMatchObject({ code: 53118 });
  const carol = await open();
  await carol.connect(token("carol"), { name: room.sid, ...quiet });
  expect(await carol.failed()).toMatchObject({ code: 53118 });
});

test("who joins again from elsewhere ends the stay before", async () => {
  const { join, room } = await startRoom();
  const bob = await join("bob", quiet);
  const first = await join("alice", quiet);
  const second = await join("alice", quiet);
  expect(await first.failed()).toMatchObject({ code: 53205 });
  await bob.saw("participantConnected alice", 2);
  await bob.saw("participantDisconnected alice");
  expect((await second.state()).events).not.toContain("disconnected");
  expect(room.participants()).toHaveLength(2);
});

test("who is removed by REST is out, without an error", async () => {
  const { join, room, sandbox } = await startRoom();
  const [alice, bob] = await Promise.all([join("alice", quiet), join("bob", quiet)]);
  await clientOf(sandbox)
    .video.v1.rooms(room.sid)
    .participants("alice")
    .update({ status: "disconnected" });
  await alice.saw("disconnected");
  expect((await alice.state()).error).toBeNull();
  await bob.saw("participantDisconnected alice");
});
