import { identityOf } from "../../lib/twilio/identity.ts";
import { callOn, clockFrom, connect, endedCall, expectToHear, reachable } from "../calls.ts";
import { breakIt, cutOff } from "../faults.ts";
import { expect, test } from "../fixtures.ts";
import { database, must } from "../people.ts";
import { expectToSee, roomOn, startVideo } from "../video.ts";

test("a voice call whose connection is cut says so, and comes back with its sound", async ({
  pair: { ada, ben, matchId },
  expectedErrors,
}) => {
  expectedErrors.push(/WebSocket/);
  await connect(ada.page, ben.page);
  const mend = await cutOff(ada, "voice");
  await expect(callOn(ada.page).status).toContainText("Reconnecting");
  await mend();
  await expect(callOn(ada.page).status).toContainText("Connected");
  await expectToHear(ada.page);
  await expectToHear(ben.page);

  await callOn(ada.page).end.click();
  await expect(callOn(ben.page).region).toContainText("Call ended");
  expect(await endedCall(matchId)).toMatchObject({ status: "completed", lines: 1 });
});

test("a token that expires in a call leaves the call alone, and the next one works", async ({
  pair: { ada, ben, matchId },
}) => {
  await connect(ada.page, ben.page);
  const renewed = ada.page.waitForResponse("**/api/twilio/voice/token");
  await breakIt({
    target: "token",
    kind: "outdate",
    match: `voice ${identityOf(ada.id)}`,
  });
  expect((await renewed).ok()).toBe(true);
  await expectToHear(ada.page);
  await expectToHear(ben.page);
  await expect(callOn(ada.page).status).toContainText("Connected");

  await callOn(ben.page).end.click();
  await expect(callOn(ada.page).region).toContainText("Call ended");
  // Until Twilio has said so, too, both are in a call.
  await endedCall(matchId);
  await reachable(ada.page);
  await connect(ben.page, ada.page);
  await expectToHear(ada.page);
});

test("while Twilio is down a video call says so, and trying again later works", async ({
  pair: { ada, ben, matchId },
  expectedErrors,
}) => {
  expectedErrors.push(/50[23]/);
  const mend = await breakIt({ target: "rest", kind: "status", status: 503, match: matchId });
  await startVideo(ada.page);
  await expect(
    ada.page.getByText("Video calls are not available right now. Try again in a few minutes."),
  ).toBeVisible();
  await expect(roomOn(ben.page).incoming).toBeHidden();

  await mend();
  await ada.page.getByRole("button", { name: "Call again" }).click();
  await roomOn(ada.page).enter.click();
  await roomOn(ben.page).accept.click();
  await expectToSee(roomOn(ben.page).tile("Ada"));
});

test("a voice call that cannot reach Twilio says so, and trying again later works", {
  tag: "@long",
}, async ({ pair: { ada, ben }, expectedErrors }) => {
  expectedErrors.push(/WebSocket/);
  const mend = await cutOff(ada, "voice");
  await callOn(ada.page).start.click();
  await expect(
    ada.page.getByText("The connection to the call service was lost. Check your network"),
  ).toBeVisible();
  await expect(callOn(ben.page).incoming).toBeHidden();

  await mend();
  await ada.page.getByRole("button", { name: "Try again" }).click();
  await callOn(ben.page).accept.click();
  await expectToHear(ada.page);
});

test("a session that Supabase takes no longer leads to signing in", async ({
  signIn,
  expectedErrors,
}) => {
  expectedErrors.push(/401/, /WebSocket/);
  const { id, page } = await signIn("Ada");
  await page.goto("/matches");
  const mend = await breakIt({ target: "token", kind: "expire", match: `session ${id}` });
  await page.reload();
  await expect(page).toHaveURL(/\/signin\?next=%2Fmatches$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

  await mend();
  await page.reload();
  await expect(page).toHaveURL(/\/matches$/);
});

test("callbacks that all come twice and in the wrong order make one right call", async ({
  pair: { ada, ben, matchId },
}) => {
  const match = identityOf(ada.id);
  await breakIt({ target: "webhook", kind: "duplicate", match });
  await breakIt({ target: "webhook", kind: "reorder", match, delayMs: 1_000 });
  await connect(ada.page, ben.page);
  await expect(callOn(ada.page).timer).toHaveText(clockFrom(2));
  await callOn(ben.page).end.click();

  await expect(callOn(ada.page).region).toContainText("Call ended");
  const call = await endedCall(matchId);
  expect(call).toMatchObject({
    status: "completed",
    end_reason: "hangup",
    caller_id: ada.id,
    lines: 1,
  });
  expect(call.duration_seconds).toBeGreaterThan(0);
  await expect
    .poll(async () => (await endedCall(matchId)).call_participants.map(({ status }) => status))
    .toEqual(["completed", "completed"]);
  await expect(ada.page.getByRole("log").getByText(/Voice call/)).toHaveCount(1);
  const calls = database.from("calls").select("id").eq("match_id", matchId);
  expect(must(await calls)).toHaveLength(1);
});
