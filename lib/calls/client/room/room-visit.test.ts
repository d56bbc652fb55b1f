import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { LocalMedia } from "@/lib/calls/client/room/media/local-media-view";
import { transition } from "@/lib/calls/client/room/room-machine";
import type { RoomState } from "@/lib/calls/client/room/room-state";
import { createVisit } from "@/lib/calls/client/room/room-visit";

const connect = vi.hoisted(() => vi.fn<() => Promise<never>>());
vi.mock("twilio-video", () => ({ isSupported: true, connect }));

const fetchMock = vi.fn<typeof fetch>();
const hangups = () => fetchMock.mock.calls.filter(([path]) => String(path).endsWith("/hangup"));
const seat = () => Response.json({ ok: true, token: "t", sid: "RM1", kind: "video" });
const media = {
  view: { getSnapshot: () => ({}), subscribe: () => () => undefined },
  microphone: () => null,
  camera: () => null,
} as unknown as LocalMedia;

beforeEach(() => {
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("navigator", { onLine: true });
  vi.stubGlobal("fetch", fetchMock.mockReset());
  connect.mockReset();
});
afterEach(() => vi.unstubAllGlobals());

/** A person with a call that they can open, and the way into its room. */
function caller() {
  let call: RoomState | null = null;
  const open = (direction: RoomState["direction"], matchId = "match-1") => {
    const match = { matchId, name: "Ben", isGroup: false, people: [] };
    const sid = direction === "incoming" ? "RM1" : null;
    const beginning = {
      match,
      kind: "video",
      direction,
      sid,
      startedAt: 0,
      openedAt: null,
    } as const;
    call = transition(null, { type: "opened", beginning, phase: "joining" });
  };
  const visit = createVisit({
    media,
    screen: { track: () => null, start: async () => undefined, stop: () => undefined },
    call: () => call,
    dispatch: () => undefined,
    nameOf: () => "Ben",
    onChange: () => undefined,
    onSeat({ sid, kind }) {
      call = transition(call, { type: "admitted", sid, kind, isMine: true, at: 0 });
    },
  });
  const giveUp = () => {
    call = null;
    visit.leave();
  };
  return { open, enter: visit.enter, giveUp };
}

it("stops ringing the others when the caller cannot get in", async () => {
  const ada = caller();
  ada.open("outgoing");
  fetchMock.mockImplementation(async () => seat());
  connect.mockRejectedValue({ code: 53000 });
  expect(await ada.enter()).toBe("connection");
  expect(hangups()).toEqual([["/api/calls/RM1/hangup", expect.anything()]]);
});

it("declines nothing when a person who is rung cannot get in: they may try again", async () => {
  const ben = caller();
  ben.open("incoming");
  fetchMock.mockImplementation(async () => seat());
  connect.mockRejectedValue({ code: 53000 });
  expect(await ben.enter()).toBe("connection");
  expect(hangups()).toEqual([]);
});

it.each([
  ["ends the call of a person who gave up before the server answered", undefined, 1],
  ["leaves the call alone when they have started it again meanwhile", "match-1", 0],
  ["ends it when they call somebody else meanwhile", "match-2", 1],
])("%s", async (_what, next, count) => {
  const ada = caller();
  ada.open("outgoing");
  const answer = Promise.withResolvers<Response>();
  fetchMock.mockReturnValueOnce(answer.promise).mockImplementation(async () => seat());
  const entering = ada.enter();
  ada.giveUp();
  if (next) ada.open("outgoing", next);
  answer.resolve(seat());
  expect(await entering).toBeNull();
  expect(hangups()).toHaveLength(count);
  expect(connect).not.toHaveBeenCalled();
});
