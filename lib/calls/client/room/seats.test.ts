import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createSeats } from "@/lib/calls/client/room/seats";

const request = { matchId: "m", kind: "video", sid: "RM1" } as const;
let asked: number;
let refuses: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  asked = 0;
  refuses = false;
  vi.stubGlobal("fetch", async (_path: string, { body }: RequestInit) => {
    asked += 1;
    if (refuses) return Response.json({ ok: false, error: { code: "call_over" } }, { status: 409 });
    const { call } = JSON.parse(String(body));
    return Response.json({ ok: true, token: `t${asked}`, sid: call, kind: "video" });
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("gives the seat that was prepared, once", async () => {
  const seats = createSeats();
  seats.prepare(request);
  seats.prepare(request);
  expect(await seats.take(request)).toMatchObject({ token: "t1" });
  expect(await seats.take(request)).toMatchObject({ token: "t2" });
});

it("asks anew for another call", async () => {
  const seats = createSeats();
  seats.prepare(request);
  expect(await seats.take({ ...request, sid: "RM2" })).toMatchObject({ sid: "RM2" });
});

it("asks anew when the call has rung for too long", async () => {
  const seats = createSeats();
  seats.prepare(request);
  vi.advanceTimersByTime(46_000);
  expect(await seats.take(request)).toMatchObject({ token: "t2" });
});

it("asks anew when preparing failed, and tells what is wrong then", async () => {
  refuses = true;
  const seats = createSeats();
  seats.prepare(request);
  await expect(seats.take(request)).rejects.toMatchObject({ problem: "over" });
  expect(asked).toBe(2);
});
