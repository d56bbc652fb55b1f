import { expect, test, vi } from "vitest";
import { handTimers } from "../testing/hand-timers.ts";
import type { Connection, Room, RoomEvent, RoomSettings } from "./room.ts";
import { Rooms } from "./rooms.ts";

const minute = 60_000;

function start(settings: Partial<RoomSettings> = {}) {
  const { clock, advance } = handTimers();
  const told = vi.fn<(room: Room, event: RoomEvent) => void>();
  const rooms = new Rooms(clock, told);
  const room = rooms.create({ uniqueName: "lounge", ...settings });
  return { rooms, room, advance, events: () => told.mock.calls.map(([, { name }]) => name) };
}

/** A client that only remembers why it was ended. */
function client() {
  return { end: vi.fn<Connection["end"]>() };
}

test("people come, publish, mute and leave, and every step is told once", () => {
  const { room, events } = start();
  const ada = room.connect("ada", client());
  const microphone = ada.publish({ kind: "audio", name: "mic", enabled: true });
  ada.setEnabled(microphone.sid, false);
  ada.setEnabled(microphone.sid, false);
  expect(ada.tracks()).toMatchObject([{ kind: "audio", name: "mic", enabled: false }]);
  room.disconnect(ada);
  room.disconnect(ada);
  expect(events()).toEqual([
    "room-created",
    "participant-connected",
    "track-added",
    "track-disabled",
    "track-removed",
    "participant-disconnected",
  ]);
  expect(room.participants()).toEqual([]);
  expect(room.everyone()).toEqual([ada]);
});

test("a track can be unpublished and its name used again, but not twice at once", () => {
  const { room } = start();
  const ada = room.connect("ada", client());
  const camera = { kind: "video", name: "camera", enabled: true } as const;
  const { sid } = ada.publish(camera);
  expect(sid).toMatch(/^MT[0-9a-f]{32}$/);
  expect(() => ada.publish(camera)).toThrow(expect.objectContaining({ code: 53304 }));
  ada.unpublish(sid);
  expect(ada.publish(camera).sid).not.toBe(sid);
});

test("an audio-only room takes no camera", () => {
  const { room } = start({ audioOnly: true });
  const ada = room.connect("ada", client());
  ada.publish({ kind: "audio", name: "mic", enabled: true });
  const publishing = () => ada.publish({ kind: "video", name: "camera", enabled: true });
  expect(publishing).toThrow(expect.objectContaining({ code: 53125 }));
});

test("a full room refuses one more with 53105 until somebody leaves", () => {
  const { room } = start({ maxParticipants: 2 });
  const ada = room.connect("ada", client());
  room.connect("ben", client());
  const connecting = () => room.connect("cleo", client());
  expect(connecting).toThrow(expect.objectContaining({ code: 53105 }));
  room.disconnect(ada);
  expect(connecting()).toMatchObject({ identity: "cleo", status: "connected" });
});

test("a second connection of a person ends the first with 53205, even in a full room", () => {
  const { room } = start({ maxParticipants: 1 });
  const laptop = client();
  const first = room.connect("ada", laptop);
  const second = room.connect("ada", client());
  expect(laptop.end).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 53205 }));
  expect(first.status).toBe("disconnected");
  expect(room.participants()).toEqual([second]);
});

test("completing a room ends everybody with 53118 and lets nobody in", () => {
  const { room, rooms, events } = start();
  const [ada, ben] = [client(), client()];
  room.connect("ada", ada);
  room.connect("ben", ben);
  room.complete();
  room.complete();
  for (const { end } of [ada, ben]) {
    expect(end).toHaveBeenCalledExactlyOnceWith({ code: 53118, message: "Room completed" });
  }
  expect(events().filter((name) => name === "room-ended")).toHaveLength(1);
  expect(events().at(-1)).toBe("room-ended");
  expect(() => room.connect("cleo", client())).toThrow(expect.objectContaining({ code: 53118 }));
  expect(rooms.find("lounge")).toBeUndefined();
  expect(rooms.find(room.sid)).toBe(room);
});

test("a room that nobody uses ends after its timeout", async () => {
  const { room, advance } = start({ unusedRoomTimeout: 2 });
  await advance(2 * minute - 1);
  expect(room.status).toBe("in-progress");
  await advance(1);
  expect(room).toMatchObject({ status: "completed", duration: 120 });
});

test("an emptied room ends after its timeout unless somebody returns", async () => {
  const { room, advance } = start({ emptyRoomTimeout: 1, unusedRoomTimeout: 60 });
  room.disconnect(room.connect("ada", client()));
  await advance(minute - 1);
  const again = room.connect("ada", client());
  await advance(10 * minute);
  expect(room.status).toBe("in-progress");
  room.disconnect(again);
  await advance(minute);
  expect(room.status).toBe("completed");
});

test("nobody stays longer than the room allows", async () => {
  const { room, advance } = start({ maxParticipantDuration: 600 });
  const [early, late] = [client(), client()];
  const ada = room.connect("ada", early);
  await advance(5 * minute);
  room.connect("ben", late);
  await advance(5 * minute);
  expect(early.end).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 53216 }));
  expect(ada).toMatchObject({ status: "disconnected", duration: 600 });
  expect(late.end).not.toHaveBeenCalled();
});

test("whoever is reconnecting keeps the place and the tracks", () => {
  const { room, events } = start({ maxParticipants: 1 });
  const ada = room.connect("ada", client());
  ada.publish({ kind: "audio", name: "mic", enabled: true });
  const { revision } = ada;
  ada.setReconnecting(true);
  expect(ada).toMatchObject({ status: "reconnecting", revision: revision + 1 });
  expect(() => room.connect("ben", client())).toThrow(expect.objectContaining({ code: 53105 }));
  ada.setReconnecting(false);
  expect(ada.status).toBe("connected");
  expect(ada.tracks()).toHaveLength(1);
  expect(events().filter((name) => name === "participant-updated")).toHaveLength(2);
});

test("a room's name is free for the next room once it has ended", () => {
  const { room, rooms } = start();
  room.complete();
  const next = rooms.create({ uniqueName: "lounge" });
  expect(rooms.find("lounge")).toBe(next);
  expect(rooms.list()).toEqual([next, room]);
});

test("no timer outlives its participant, its room or the sandbox", () => {
  const waiting = new Set<() => void>();
  const after = (_milliseconds: number, run: () => void) => {
    waiting.add(run);
    return () => waiting.delete(run);
  };
  const rooms = new Rooms({ now: Date.now, after }, () => {});
  rooms.create({}).complete();
  const ended = rooms.create({});
  ended.disconnect(ended.connect("ada", client()));
  ended.connect("ben", client());
  ended.complete();
  expect(waiting.size).toBe(0);
  rooms.create({});
  rooms.create({}).connect("ada", client());
  expect(waiting.size).toBe(2);
  rooms.close();
  expect(waiting.size).toBe(0);
});
