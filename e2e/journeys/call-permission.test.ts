import { callOn, connect, endedCall, expectToHear } from "../calls.ts";
import { expect, offline, test } from "../fixtures.ts";
import { database, must } from "../people.ts";

declare global {
  interface Window {
    __microphoneAllowed: boolean;
  }
}

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

test("a person without a microphone permission learns what to do, and can then call", {
  tag: "@long",
}, async ({ pair: { ada, ben } }) => {
  await ada.page.addInitScript(() => {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    window.__microphoneAllowed = false;
    navigator.mediaDevices.getUserMedia = (constraints) =>
      window.__microphoneAllowed
        ? ask(constraints)
        : Promise.reject(new DOMException("Permission denied", "NotAllowedError"));
  });
  await ada.page.reload();
  await callOn(ada.page).start.click();
  await expect(ada.page.getByText("Duet may not use your microphone.")).toBeVisible();

  await ada.page.evaluate(() => {
    window.__microphoneAllowed = true;
  });
  await ada.page.getByRole("button", { name: "Try again" }).click();
  await callOn(ben.page).accept.click();
  await expectToHear(ben.page);
});

test("a person who is offline is told so before anything rings", async ({
  pair,
  expectedErrors,
}) => {
  const { ada, matchId } = pair;
  expectedErrors.push(...offline);
  await expect(callOn(ada.page).start).toBeEnabled();
  await ada.context.setOffline(true);
  await callOn(ada.page).start.click();

  await expect(ada.page.getByText("You are offline.").first()).toBeVisible();
  expect(must(await database.from("calls").select("id").eq("match_id", matchId))).toEqual([]);
});
