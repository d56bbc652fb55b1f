import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fetchSeat, sayGoodbye } from "@/lib/calls/room/room-api";

const fetchMock = vi.fn<typeof fetch>();
const wish = { matchId: "match-1", kind: "video", sid: null } as const;
const failure = (code: string) =>
  Response.json({ ok: false, error: { code, message: "No." } }, { status: 400 });

beforeEach(() => {
  vi.stubGlobal("fetch", fetchMock.mockReset());
  vi.stubGlobal("navigator", { onLine: true });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it("asks for a way into the room of a match", async () => {
  fetchMock.mockResolvedValue(Response.json({ ok: true, token: "t", sid: "RM1", kind: "voice" }));
  expect(await fetchSeat(wish)).toEqual({ token: "t", sid: "RM1", kind: "voice" });
  expect(fetchMock).toHaveBeenCalledWith(
    "/api/twilio/video/token",
    expect.objectContaining({ body: JSON.stringify({ room: "match-1", kind: "video" }) }),
  );
});

it("names the call when it means to join one and start none", async () => {
  fetchMock.mockResolvedValue(Response.json({ ok: true, token: "t", sid: "RM1", kind: "video" }));
  await fetchSeat({ ...wish, sid: "RM1" });
  const body = JSON.stringify({ room: "match-1", kind: "video", call: "RM1" });
  expect(fetchMock).toHaveBeenCalledWith(expect.anything(), expect.objectContaining({ body }));
});

it.each([
  ["unauthorized", "signed-out"],
  ["not_reachable", "not-allowed"],
  ["busy", "busy"],
  ["call_over", "over"],
  ["rate_limited", "too-many"],
  ["provider_error", "unavailable"],
  ["internal_error", "unknown"],
])("%s means %s", async (code, problem) => {
  fetchMock.mockResolvedValue(failure(code));
  await expect(fetchSeat(wish)).rejects.toMatchObject({ problem });
});

it("tells being offline from a server that does not answer", async () => {
  fetchMock.mockRejectedValue(new TypeError("Failed to fetch"));
  await expect(fetchSeat(wish)).rejects.toMatchObject({ problem: "connection" });
  vi.stubGlobal("navigator", { onLine: false });
  await expect(fetchSeat(wish)).rejects.toMatchObject({ problem: "offline" });
});

it("refuses an answer without a token", async () => {
  fetchMock.mockResolvedValue(Response.json({ ok: true }));
  await expect(fetchSeat(wish)).rejects.toMatchObject({ problem: "unavailable" });
});

it("says goodbye again when nobody heard it, but does not argue", async () => {
  vi.useFakeTimers();
  fetchMock.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  fetchMock.mockResolvedValueOnce(Response.json({ ok: true }));
  const said = sayGoodbye("RM1");
  await vi.runAllTimersAsync();
  await said;
  expect(fetchMock.mock.calls.map(([path]) => path)).toEqual([
    "/api/calls/RM1/hangup",
    "/api/calls/RM1/hangup",
  ]);

  fetchMock.mockReset().mockResolvedValue(failure("not_found"));
  await sayGoodbye("RM1");
  expect(fetchMock).toHaveBeenCalledTimes(1);
});
