import { expect, test } from "vitest";
import { clientOf } from "../testing/client.ts";
import { handClock, startSandbox } from "../testing/sandbox.ts";

const dayMs = 86_400_000;

async function start() {
  const { now, advance } = handClock();
  const sandbox = await startSandbox({ now });
  return { ...sandbox, advance, video: clientOf(sandbox).video.v1 };
}

test("a room that is created comes back in progress, in Twilio's shape", async () => {
  const { video, config } = await start();
  const room = await video.rooms.create({
    uniqueName: "lounge",
    type: "group",
    maxParticipants: 2,
    maxParticipantDuration: 14_400,
    emptyRoomTimeout: 1,
    unusedRoomTimeout: 1,
    statusCallback: "https://duet.example/status#rc=3",
    mediaRegion: "de1",
  });
  expect(room).toMatchObject({
    sid: expect.stringMatching(/^RM[0-9a-f]{32}$/),
    accountSid: config.accountSid,
    uniqueName: "lounge",
    status: "in-progress",
    type: "group",
    maxParticipants: 2,
    maxParticipantDuration: 14_400,
    emptyRoomTimeout: 1,
    unusedRoomTimeout: 1,
    statusCallback: "https://duet.example/status#rc=3",
    statusCallbackMethod: "POST",
    mediaRegion: "de1",
    videoCodecs: ["VP8", "H264"],
    recordParticipantsOnConnect: false,
    audioOnly: false,
    dateCreated: expect.any(Date),
    endTime: null,
    url: `https://video.twilio.com/v1/Rooms/${room.sid}`,
  });
  expect(room.links.participants).toBe(`${room.url}/Participants`);
});

test("a room without a name is named by its SID and has Twilio's defaults", async () => {
  const { video } = await start();
  const room = await video.rooms.create();
  expect(room).toMatchObject({
    uniqueName: room.sid,
    maxParticipants: 50,
    maxParticipantDuration: 14_400,
    emptyRoomTimeout: 5,
    unusedRoomTimeout: 5,
  });
});

test("a room is found by SID and, while it is in progress, by its name", async () => {
  const { video, advance } = await start();
  const { sid } = await video.rooms.create({ uniqueName: "Tea & cake" });
  expect((await video.rooms("Tea & cake").fetch()).sid).toBe(sid);
  advance(90_000);
  const ended = await video.rooms("Tea & cake").update({ status: "completed" });
  expect(ended).toMatchObject({
    sid,
    status: "completed",
    duration: 90,
    endTime: expect.any(Date),
  });
  expect(await video.rooms(sid).fetch()).toMatchObject({ status: "completed" });
  await expect(video.rooms("Tea & cake").fetch()).rejects.toMatchObject({
    status: 404,
    code: 20404,
  });
});

test("two rooms in progress cannot share a name, a new one can follow", async () => {
  const { video } = await start();
  const first = await video.rooms.create({ uniqueName: "lounge" });
  await expect(video.rooms.create({ uniqueName: "lounge" })).rejects.toMatchObject({
    status: 400,
    code: 53113,
    message: "Room exists",
  });
  await video.rooms(first.sid).update({ status: "completed" });
  expect((await video.rooms.create({ uniqueName: "lounge" })).sid).not.toBe(first.sid);
});

test("a room can be completed once and set to nothing else", async () => {
  const { video } = await start();
  const { sid } = await video.rooms.create();
  const room = video.rooms(sid);
  await expect(room.update({ status: "failed" })).rejects.toMatchObject({ code: 53112 });
  await room.update({ status: "completed" });
  await expect(room.update({ status: "completed" })).rejects.toMatchObject({
    status: 400,
    code: 53112,
  });
});

test("rooms are listed newest first, in progress unless asked, page by page", async () => {
  const { video, advance } = await start();
  const names = async (filter: Parameters<typeof video.rooms.list>[0]) =>
    (await video.rooms.list(filter)).map(({ uniqueName }) => uniqueName);
  await video.rooms.create({ uniqueName: "old" });
  await video.rooms("old").update({ status: "completed" });
  advance(dayMs);
  const middle = await video.rooms.create({ uniqueName: "middle" });
  advance(dayMs);
  await video.rooms.create({ uniqueName: "new" });
  expect(await names({})).toEqual(["new", "middle"]);
  expect(await names({ pageSize: 1 })).toEqual(["new", "middle"]);
  expect(await names({ limit: 1 })).toEqual(["new"]);
  expect(await names({ status: "completed" })).toEqual(["old"]);
  expect(await names({ uniqueName: "middle" })).toEqual(["middle"]);
  expect(await names({ dateCreatedAfter: middle.dateCreated })).toEqual(["new", "middle"]);
  expect(await names({ dateCreatedBefore: middle.dateCreated, status: "completed" })).toEqual([
    "old",
  ]);
  expect(await names({ dateCreatedBefore: middle.dateCreated })).toEqual([]);
});

test.each([
  [{ uniqueName: "x".repeat(129) }, 53101],
  [{ maxParticipants: 0 }, 53107],
  [{ maxParticipants: 51 }, 53107],
  [{ type: "peer-to-peer" as const }, 53108],
  [{ type: "go" as const }, 53108],
  [{ emptyRoomTimeout: 0 }, 53109],
  [{ unusedRoomTimeout: 61 }, 53109],
  [{ statusCallbackMethod: "PUT" }, 53110],
  [{ statusCallback: "nowhere" }, 53111],
  [{ mediaRegion: "mars" }, 53115],
  [{ maxParticipantDuration: 599 }, 53123],
  [{ maxParticipantDuration: 86_401 }, 53123],
])("creating %o is refused with %i, and no room is opened", async (input, code) => {
  const { video, context } = await start();
  await expect(video.rooms.create(input)).rejects.toMatchObject({ status: 400, code });
  expect(context.rooms.list()).toEqual([]);
});

test("the API key serves as well as the account's token, a wrong secret does not", async () => {
  const sandbox = await startSandbox();
  const { apiKey: user, apiSecret: password } = sandbox.config;
  expect(await clientOf(sandbox, { user, password }).video.v1.rooms.list()).toEqual([]);
  const wrong = clientOf(sandbox, { user, password: "wrong" }).video.v1.rooms;
  await expect(wrong.create()).rejects.toMatchObject({ status: 401, code: 20003 });
});
