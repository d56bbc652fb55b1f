import type { Page } from "@playwright/test";
import { callOn, clockFrom, connect } from "../calls.ts";
import { expect, test } from "../fixtures.ts";
import { database, must } from "../people.ts";

function recordingOn(page: Page) {
  return {
    ask: callOn(page).region.getByRole("button", { name: "Record", exact: true }),
    question: page.getByRole("dialog", { name: /asks to record this call/ }),
    notice: page.getByText("This call is being recorded"),
    stop: page.getByRole("button", { name: "Stop recording" }),
  };
}

async function recordingsOf(matchId: string) {
  return must(
    await database
      .from("recordings")
      .select("status, channels, duration_seconds, call:calls!inner(match_id)")
      .eq("call.match_id", matchId),
  );
}

test("a call is recorded once both agree, and both can listen", async ({
  pair: { ada, ben, matchId },
}) => {
  await connect(ada.page, ben.page);
  await recordingOn(ada.page).ask.click();
  await recordingOn(ben.page).question.getByRole("button", { name: "Allow" }).click();
  for (const { page } of [ada, ben]) await expect(recordingOn(page).notice).toBeVisible();
  await expect(callOn(ada.page).timer).toHaveText(clockFrom(4));
  await callOn(ada.page).end.click();

  await expect
    .poll(async () => await recordingsOf(matchId))
    .toMatchObject([{ status: "completed", channels: 2 }]);
  for (const { page } of [ada, ben]) {
    await page.goto("/phone/recordings");
    const entry = page.getByRole("listitem").filter({ hasText: page === ada.page ? "Ben" : "Ada" });
    await entry.getByRole("button", { name: /^Play/ }).click();
    await expect(entry.getByRole("button", { name: /^Pause/ })).toBeVisible();
  }
});

test("a call is not recorded when one does not agree", async ({ pair: { ada, ben, matchId } }) => {
  await connect(ada.page, ben.page);
  await recordingOn(ada.page).ask.click();
  await recordingOn(ben.page).question.getByRole("button", { name: "Not now" }).click();
  await expect(recordingOn(ada.page).ask).toBeVisible();
  await callOn(ada.page).end.click();
  await expect(callOn(ben.page).region).toContainText("Call ended");
  expect(await recordingsOf(matchId)).toEqual([]);
});

test("either can stop the recording", { tag: "@long" }, async ({ pair: { ada, ben, matchId } }) => {
  await connect(ada.page, ben.page);
  await recordingOn(ada.page).ask.click();
  await recordingOn(ben.page).question.getByRole("button", { name: "Allow" }).click();
  await expect(recordingOn(ben.page).notice).toBeVisible();

  await recordingOn(ben.page).stop.click();

  for (const { page } of [ada, ben]) await expect(recordingOn(page).notice).toBeHidden();
  await expect
    .poll(async () => await recordingsOf(matchId))
    .toMatchObject([{ status: "completed" }]);
  await expect(callOn(ada.page).status).toContainText("Connected");
});
