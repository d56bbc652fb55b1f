import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTokenKeeper } from "@/lib/calls/client/token-keeper";

let asked = 0;
let inCall = false;
const delivered: string[] = [];
const problems: string[] = [];
let answer: () => Promise<Response>;

function keeper() {
  return createTokenKeeper({
    inCall: () => inCall,
    deliver: (token) => delivered.push(token),
    onProblem: (problem) => problems.push(problem),
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  asked = 0;
  inCall = false;
  delivered.length = 0;
  problems.length = 0;
  answer = async () => Response.json({ ok: true, token: `token ${asked}`, identity: "u_1" });
  vi.stubGlobal("fetch", () => {
    asked += 1;
    return answer();
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("the token of a device", () => {
  it("is old five minutes before its hour is over", async () => {
    const tokens = keeper();
    expect(await tokens.fetch()).toBe("token 1");
    vi.advanceTimersByTime(54 * 60_000);
    expect(tokens.isOld()).toBe(false);
    vi.advanceTimersByTime(60_000);
    expect(tokens.isOld()).toBe(true);
  });

  it("is replaced at once outside calls", async () => {
    const tokens = keeper();
    await tokens.fetch();
    tokens.renew();
    await vi.advanceTimersByTimeAsync(0);
    expect(delivered).toEqual(["token 2"]);
  });

  it("waits for the end of a call, but not past its last minute", async () => {
    const tokens = keeper();
    await tokens.fetch();
    inCall = true;
    vi.advanceTimersByTime(55 * 60_000);
    tokens.renew();
    await vi.advanceTimersByTimeAsync(3 * 60_000);
    expect(delivered).toEqual([]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(delivered).toEqual(["token 2"]);
  });

  it("is replaced at once when it has been refused, in a call too", async () => {
    const tokens = keeper();
    await tokens.fetch();
    inCall = true;
    tokens.refused();
    expect(tokens.isOld()).toBe(true);
    tokens.renew();
    await vi.advanceTimersByTimeAsync(0);
    expect(delivered).toEqual(["token 2"]);
    expect(tokens.isOld()).toBe(false);
  });

  it.each([
    [401, "signed-out"],
    [429, "too-many"],
    [503, "unavailable"],
    [500, "token"],
  ])("that the server refuses with %i is a problem in words: %s", async (status, problem) => {
    answer = async () => new Response("{}", { status });
    keeper().renew();
    await vi.advanceTimersByTimeAsync(0);
    expect(problems).toEqual([problem]);
  });

  it("is asked for no more after a stop", async () => {
    const tokens = keeper();
    await tokens.fetch();
    inCall = true;
    tokens.renew();
    tokens.stop();
    await vi.advanceTimersByTimeAsync(2 * 3600_000);
    expect(asked).toBe(1);
  });
});
