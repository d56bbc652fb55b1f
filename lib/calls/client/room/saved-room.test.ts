import { afterEach, beforeEach, expect, it, vi } from "vitest";
import {
  forgetRoom,
  loadSavedRoom,
  type SavedRoom,
  saveRoom,
} from "@/lib/calls/client/room/saved-room";

const room: SavedRoom = {
  match: {
    matchId: "match-1",
    name: "Friday",
    isGroup: true,
    people: [{ id: "ben", name: "Ben" }],
  },
  sid: "RM1",
  kind: "video",
  direction: "incoming",
  startedAt: 1000,
  openedAt: 2000,
  isCameraOn: true,
  isMuted: true,
};
let stored: Map<string, string>;

beforeEach(() => {
  stored = new Map();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

it("a page that is loaded anew finds the room as it was left", () => {
  saveRoom(room, 10_000);
  expect(loadSavedRoom(12_000)).toEqual(room);
});

it("nobody goes back into a room by themselves once the session has run out", () => {
  saveRoom(room, 10_000);
  expect(loadSavedRoom(40_000)).not.toBeNull();
  expect(loadSavedRoom(40_001)).toBeNull();
});

it("a room that was left is forgotten", () => {
  saveRoom(room, 10_000);
  forgetRoom();
  expect(loadSavedRoom(10_001)).toBeNull();
});

it.each([
  "",
  "{",
  "null",
  '"RM1"',
  '{"savedAt":10000}',
  '{"savedAt":10000,"sid":"RM1","match":{}}',
])("%j is no room", (text) => {
  saveRoom(room, 10_000);
  for (const key of stored.keys()) stored.set(key, text);
  expect(loadSavedRoom(10_001)).toBeNull();
});
