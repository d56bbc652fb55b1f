import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fetchSeat, sayGoodbye } from "@/lib/calls/client/room/room-api";

const fetchMock = vi.fn<typeof fetch>();
const wish = { matchId: "match-1", kind: "video", sid: null } as const;
const failure = (code: string) =>
  Response.json({ ok: false, error: { code, message: "No." } }, { status: 400 });

beforeEach(() => {
  vi.stubGlobal("fetch", fetchMock.mockReset());
  vi.stubGlobal("navigator", { onLine: true });
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", new EventTarget());
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

describe("goodbye", () => {
  const paths = () => fetchMock.mock.calls.map(([path]) => path);
  const unheard = () => fetchMock.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  const heard = () => Response.json({ ok: true });
  const hangup = "/api/calls/RM1/hangup";
  beforeEach(() => {
    vi.useFakeTimers();
  });

  it("is said once to a server that listens, and outlives the page", async () => {
    fetchMock.mockResolvedValue(heard());
    await sayGoodbye("RM1");
    expect(fetchMock).toHaveBeenCalledTimes(1);
    expect(fetchMock.mock.calls[0]?.[1]).toMatchObject({ keepalive: true });
  });

  it("is said again as soon as there is a network", async () => {
    unheard().mockResolvedValue(heard());
    const said = sayGoodbye("RM1");
    await vi.advanceTimersByTimeAsync(500);
    expect(paths()).toEqual([hangup]);
    window.dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(200);
    await said;
    expect(paths()).toEqual([hangup, hangup]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each(["internal_error", "provider_error", "unavailable", "rate_limited"])(
    "is said again after %s",
    async (code) => {
      fetchMock.mockResolvedValueOnce(failure(code)).mockResolvedValueOnce(heard());
      const said = sayGoodbye("RM1");
      await vi.runAllTimersAsync();
      await said;
      expect(fetchMock).toHaveBeenCalledTimes(2);
    },
  );

  it("is not said again to a server that knows of no such call, nor for ever", async () => {
    fetchMock.mockResolvedValueOnce(failure("not_found"));
    await sayGoodbye("RM1");
    expect(fetchMock).toHaveBeenCalledTimes(1);

    fetchMock.mockReset().mockRejectedValue(new TypeError("Failed to fetch"));
    const said = sayGoodbye("RM1");
    await vi.runAllTimersAsync();
    await said;
    expect(fetchMock).toHaveBeenCalledTimes(5);
  });

  it("is taken back by who comes into the same room again", async () => {
    unheard();
    const said = sayGoodbye("RM1");
    await vi.advanceTimersByTimeAsync(0);
    fetchMock.mockResolvedValue(Response.json({ ok: true, token: "t", sid: "RM1" }));
    await fetchSeat({ ...wish, sid: "RM1" });
    await vi.runAllTimersAsync();
    await said;
    expect(paths()).toEqual([hangup, "/api/twilio/video/token"]);
  });
});
