import { callOn, endedCall, reachable } from "../calls.ts";
import { expect, test } from "../fixtures.ts";
import { befriend } from "../people.ts";
import { roomOn, startVideo } from "../video.ts";

test("calls that nobody answers end by themselves, by voice and by video", {
  tag: "@long",
}, async ({ pair: { ada, ben, matchId }, signIn }) => {
  test.slow();
  // Both wait for forty seconds, so they wait together.
  const [cara, dan] = [await signIn("Cara"), await signIn("Dan")];
  const videoMatchId = await befriend(cara, dan);
  for (const { page } of [cara, dan]) {
    await page.goto(`/matches/${videoMatchId}`);
    await reachable(page);
  }
  await callOn(ada.page).start.click();
  await startVideo(cara.page);
  await expect(callOn(ben.page).incoming).toBeVisible();
  await expect(roomOn(dan.page).incoming).toBeVisible();

  await expect(callOn(ben.page).incoming).toBeHidden({ timeout: 50_000 });
  await expect(roomOn(dan.page).incoming).toBeHidden();
  await expect(callOn(ada.page).region).toContainText(/no answer/i);
  await expect(roomOn(cara.page).region).toContainText(/no answer/i);
  for (const match of [matchId, videoMatchId]) {
    expect(await endedCall(match)).toMatchObject({
      status: "no-answer",
      end_reason: "no-answer",
      lines: 1,
    });
  }
});
