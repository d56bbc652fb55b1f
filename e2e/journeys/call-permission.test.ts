import { callOn, connect, endedCall } from "../calls.ts";
import { expect, test } from "../fixtures.ts";
import { database, must } from "../people.ts";

test("a blocked person cannot call", async ({ pair: { ada, ben, matchId } }) => {
  must(
    await database
      .from("blocks")
      .insert({ blocker_id: ben.id, blocked_id: ada.id })
      .select("blocker_id"),
  );

  await ada.page.goto(`/matches/${matchId}`);

  await expect(callOn(ada.page).start).toBeHidden();
  const calls = must(await database.from("calls").select("id").eq("match_id", matchId));
  expect(calls).toEqual([]);
});

test("blocking a person during a call ends it", async ({ pair: { ada, ben, matchId } }) => {
  await connect(ada.page, ben.page);
  await ben.page.getByRole("button", { name: /More/ }).first().click();
  await ben.page.getByRole("menuitem", { name: "Block" }).click();
  await ben.page.getByRole("alertdialog").getByRole("button", { name: "Block" }).click();

  await expect(callOn(ada.page).region).toContainText("Call ended");
  expect(await endedCall(matchId)).toMatchObject({ status: "completed", end_reason: "blocked" });
});

test("without a microphone permission a person learns what to do", async ({
  pair: { ada },
  browser,
}) => {
  await ada.page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException("Permission denied", "NotAllowedError"));
  });
  await ada.page.reload();
  await callOn(ada.page).start.click();

  await expect(ada.page.getByText(/microphone/i).first()).toBeVisible();
  expect(browser.isConnected()).toBe(true);
});
