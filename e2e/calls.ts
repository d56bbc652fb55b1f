import { expect, type Page } from "@playwright/test";
import { heard } from "./audio.ts";
import { database, must } from "./people.ts";

/** What a call's row says once it has ended. */
export async function endedCall(matchId: string) {
  const read = async () =>
    await database
      .from("calls")
      .select(
        "status, end_reason, caller_id, duration_seconds, answered_at, ended_at, call_participants(profile_id, role, status, leg_sid, left_at)",
      )
      .eq("match_id", matchId)
      .order("started_at", { ascending: false })
      .limit(1)
      .maybeSingle()
      .then((result) => {
        if (result.error) throw new Error(result.error.message);
        return result.data;
      });
  // Until the last callback is there, the row is what the others add up to.
  await expect
    .poll(async () => {
      const call = await read();
      const isLive = call?.call_participants.some(({ leg_sid, left_at }) => leg_sid && !left_at);
      return call?.ended_at && !isLive;
    }, "the call's row has ended")
    .toBe(true);
  const lines = must(
    await database.from("messages").select("id").eq("match_id", matchId).eq("kind", "call"),
  );
  const call = await read();
  if (!call) throw new Error("The call's row is gone.");
  return { ...call, lines: lines.length };
}

/** Waits until a person hears the other side: from now on, not at some time before. */
export async function expectToHear(page: Page): Promise<void> {
  const before = await heard(page);
  await expect
    .poll(async () => (await heard(page)) - before, "sound that comes out")
    .toBeGreaterThan(0.0001);
}

/** Waits for a stretch of two seconds in which nothing can be heard. */
export async function expectSilence(page: Page): Promise<void> {
  let last: number | undefined;
  await expect
    .poll(
      async () => {
        const now = await heard(page);
        const grown = last === undefined ? Number.POSITIVE_INFINITY : now - last;
        last = now;
        return grown;
      },
      { message: "sound that comes out within two seconds", intervals: [2_000] },
    )
    .toBeLessThan(0.00001);
}

/** What a person finds on the page during a call. */
export function callOn(page: Page) {
  const region = page.getByRole("region", { name: "Call", exact: true });
  return {
    region,
    status: region.getByRole("status"),
    timer: region.getByRole("timer"),
    start: page.getByRole("button", { name: "Voice call" }),
    incoming: page.getByRole("dialog", { name: "Incoming voice call" }),
    accept: page.getByRole("button", { name: "Accept" }),
    decline: page.getByRole("button", { name: "Decline" }),
    end: region.getByRole("button", { name: "End call" }),
    mute: region.getByRole("button", { name: "Mute", exact: true }),
    unmute: region.getByRole("button", { name: "Unmute" }),
  };
}

/** Fits a clock, `m:ss`, that has run for this many seconds, 1 to 9, or longer. */
export const clockFrom = (seconds: number) => new RegExp(`^(?!0:0[0-${seconds - 1}]$)\\d+:\\d\\d$`);

/** Waits until a browser can be called; before that a call to it ends at once, unanswered. */
export async function reachable(page: Page): Promise<void> {
  await expect(page.locator("[data-voice-device=ready]")).toBeAttached();
}

/** Ada calls, Ben accepts, and both hear each other. */
export async function connect(caller: Page, callee: Page): Promise<void> {
  await callOn(caller).start.click();
  await callOn(callee).accept.click();
  await expect(callOn(caller).status).toContainText("Connected");
  await expect(callOn(callee).status).toContainText("Connected");
}
