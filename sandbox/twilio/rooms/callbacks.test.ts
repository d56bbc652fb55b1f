import { expect, test, vi } from "vitest";
import { clientOf } from "../testing/client.ts";
import { startSandbox } from "../testing/sandbox.ts";
import { startWebhookApp } from "../testing/webhook-app.ts";

const silent = { end: () => {} };

async function start(statuses: number[] = [], fragment = "") {
  const app = await startWebhookApp(statuses);
  const sandbox = await startSandbox();
  const { faults, callbacks, rooms } = sandbox.context;
  const open = async (uniqueName = "lounge") => {
    const { sid } = await clientOf(sandbox).video.v1.rooms.create({
      uniqueName,
      statusCallback: `${app.origin}/video/status?via=rooms${fragment}`,
    });
    const room = rooms.find(sid);
    if (!room) throw new Error("The room is not there");
    return room;
  };
  const bySequence = () =>
    app.received
      .map(({ params }) => params)
      .sort((one, other) => Number(one.SequenceNumber) - Number(other.SequenceNumber));
  return { app, faults, callbacks, config: sandbox.config, open, bySequence };
}

test("each step is told by a signed callback, numbered from 0", async () => {
  const { app, open, bySequence } = await start();
  const room = await open();
  const ada = room.connect("ada", silent);
  const { sid } = ada.publish({ kind: "video", name: "camera", enabled: true });
  ada.setEnabled(sid, false);
  ada.setEnabled(sid, true);
  room.disconnect(ada);
  room.complete();
  await app.arrived(8);
  expect(bySequence().map((params) => [params.SequenceNumber, params.StatusCallbackEvent])).toEqual(
    [
      ["0", "room-created"],
      ["1", "participant-connected"],
      ["2", "track-added"],
      ["3", "track-disabled"],
      ["4", "track-enabled"],
      ["5", "track-removed"],
      ["6", "participant-disconnected"],
      ["7", "room-ended"],
    ],
  );
  for (const { method, path, signed } of app.received) {
    expect({ method, path, signed }).toEqual({
      method: "POST",
      path: "/video/status?via=rooms",
      signed: true,
    });
  }
});

test("a callback says which room, who and what, and how long it was", async () => {
  const { app, config, open, bySequence } = await start();
  const room = await open();
  const ada = room.connect("ada", silent);
  const { sid } = ada.publish({ kind: "audio", name: "mic", enabled: true });
  room.complete();
  await app.arrived(6);
  const [, , added, , left, ended] = bySequence();
  const common = {
    AccountSid: config.accountSid,
    RoomSid: room.sid,
    RoomName: "lounge",
    RoomType: "group",
    Timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  };
  expect(added).toEqual({
    ...common,
    RoomStatus: "in-progress",
    SequenceNumber: "2",
    StatusCallbackEvent: "track-added",
    ParticipantSid: ada.sid,
    ParticipantIdentity: "ada",
    ParticipantStatus: "connected",
    TrackSid: sid,
    TrackKind: "audio",
    TrackName: "mic",
  });
  expect(left).toMatchObject({ ParticipantStatus: "disconnected", ParticipantDuration: "0" });
  expect(ended).toEqual({
    ...common,
    RoomStatus: "completed",
    RoomDuration: "0",
    SequenceNumber: "5",
    StatusCallbackEvent: "room-ended",
  });
});

test("a room without a callback address is only drawn anew on the console", async () => {
  const { context } = await startSandbox();
  const topics: string[] = [];
  context.onChanged((topic) => topics.push(topic));
  const ada = context.rooms.create({}).connect("ada", silent);
  ada.setReconnecting(true);
  expect(topics).toEqual(["rooms", "rooms", "rooms"]);
  expect(context.callbacks.deliveries).toEqual([]);
});

test("a failed callback is retried as the fragment asks, and recorded under its room", async () => {
  const { app, callbacks, open } = await start([500], "#rc=3&rp=5xx");
  const room = await open();
  await vi.waitUntil(() => callbacks.deliveries.length === 2, { timeout: 3_000 });
  expect(callbacks.deliveries).toMatchObject([
    { attempt: 2, status: 200, roomSid: room.sid, callSid: null },
    { attempt: 1, status: 500, roomSid: room.sid, callSid: null },
  ]);
  expect(app.received.map(({ params }) => params.SequenceNumber)).toEqual(["0", "0"]);
});

test("a reordered callback is overtaken by the next one of its room, not of another", async () => {
  const { app, faults, open } = await start();
  faults.add({ target: "webhook", kind: "reorder", times: 1, delayMs: 60_000 });
  const room = await open();
  await open("elsewhere");
  await app.arrived(1);
  room.connect("ada", silent);
  await app.arrived(3);
  expect(app.received.map(({ params }) => [params.RoomName, params.SequenceNumber])).toEqual([
    ["elsewhere", "0"],
    ["lounge", "1"],
    ["lounge", "0"],
  ]);
});

test("a duplicated callback arrives twice with the same number", async () => {
  const { app, faults, open } = await start();
  faults.add({ target: "webhook", kind: "duplicate", match: "participant-connected" });
  const room = await open();
  room.connect("ada", silent);
  await app.arrived(3);
  const numbers = app.received.map(({ params }) => params.SequenceNumber);
  expect(numbers.sort()).toEqual(["0", "1", "1"]);
});
