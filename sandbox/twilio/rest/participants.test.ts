import { expect, test, vi } from "vitest";
import type { Connection } from "../rooms/room.ts";
import { clientOf } from "../testing/client.ts";
import { handClock, startSandbox } from "../testing/sandbox.ts";

async function start() {
  const { now, advance } = handClock();
  const sandbox = await startSandbox({ now });
  const room = sandbox.context.rooms.create({ uniqueName: "lounge" });
  const end = vi.fn<Connection["end"]>();
  const resource = clientOf(sandbox).video.v1.rooms(room.sid);
  const elsewhere = clientOf(sandbox).video.v1.rooms("elsewhere");
  return { room, resource, elsewhere, end, advance, config: sandbox.config };
}

test("a participant is found by SID and by identity, in Twilio's shape", async () => {
  const { room, resource, end, config } = await start();
  const { sid } = room.connect("ada", { end });
  const found = await resource.participants("ada").fetch();
  expect(found).toMatchObject({
    sid,
    roomSid: room.sid,
    accountSid: config.accountSid,
    identity: "ada",
    status: "connected",
    startTime: expect.any(Date),
    endTime: null,
    url: `https://video.twilio.com/v1/Rooms/${room.sid}/Participants/${sid}`,
  });
  expect(found.links.published_tracks).toBe(`${found.url}/PublishedTracks`);
  expect((await resource.participants(sid).fetch()).identity).toBe("ada");
});

test("removing a participant ends the client; only the SID finds them afterwards", async () => {
  const { room, resource, end, advance } = await start();
  const { sid } = room.connect("ada", { end });
  advance(61_000);
  const removed = await resource.participants("ada").update({ status: "disconnected" });
  expect(removed).toMatchObject({ sid, status: "disconnected", duration: 61 });
  expect(end).toHaveBeenCalledExactlyOnceWith(null);
  expect(room.participants()).toEqual([]);
  expect(await resource.participants(sid).fetch()).toMatchObject({ endTime: expect.any(Date) });
  await expect(resource.participants("ada").fetch()).rejects.toMatchObject({ code: 20404 });
  for (const key of ["ada", sid]) {
    const again = resource.participants(key).update({ status: "disconnected" });
    await expect(again).rejects.toMatchObject({ status: 404, code: 20404 });
  }
});

test("a participant can be set to disconnected only", async () => {
  const { room, resource, end } = await start();
  room.connect("ada", { end });
  const updating = resource.participants("ada").update({ status: "connected" });
  await expect(updating).rejects.toMatchObject({ status: 400, code: 53209 });
  expect(end).not.toHaveBeenCalled();
});

test("participants are listed newest first, those in the room unless asked", async () => {
  const { room, resource, end } = await start();
  const identities = async (filter: Parameters<typeof resource.participants.list>[0]) =>
    (await resource.participants.list(filter)).map(({ identity }) => identity);
  room.disconnect(room.connect("gone", { end }));
  room.connect("ada", { end });
  room.connect("ben", { end }).setReconnecting(true);
  expect(await identities({})).toEqual(["ben", "ada"]);
  expect(await identities({ pageSize: 1 })).toEqual(["ben", "ada"]);
  expect(await identities({ status: "reconnecting" })).toEqual(["ben"]);
  expect(await identities({ status: "disconnected" })).toEqual(["gone"]);
  expect(await identities({ identity: "ada" })).toEqual(["ada"]);
});

test("a completed room lists everybody who was in it", async () => {
  const { room, resource, end } = await start();
  room.connect("ada", { end });
  await resource.update({ status: "completed" });
  expect(end).toHaveBeenCalledExactlyOnceWith({ code: 53118, message: "Room completed" });
  expect(await resource.participants.list()).toMatchObject([
    { identity: "ada", status: "disconnected" },
  ]);
});

test("what a participant publishes is listed", async () => {
  const { room, resource, end } = await start();
  const ada = room.connect("ada", { end });
  const { sid } = ada.publish({ kind: "video", name: "camera", enabled: false });
  expect(await resource.participants("ada").publishedTracks.list()).toMatchObject([
    {
      sid,
      participantSid: ada.sid,
      roomSid: room.sid,
      kind: "video",
      name: "camera",
      enabled: false,
    },
  ]);
});

test("a room or participant that does not exist is 20404", async () => {
  const { resource, elsewhere } = await start();
  await expect(resource.participants("nobody").fetch()).rejects.toMatchObject({ code: 20404 });
  await expect(elsewhere.participants.list()).rejects.toMatchObject({ status: 404, code: 20404 });
});
