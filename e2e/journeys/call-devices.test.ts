import { callOn, connect, endedCall, expectToHear, reachable } from "../calls.ts";
import { expect, offline, test } from "../fixtures.ts";

test("answering on one device stops the other from ringing", async ({ pair, signInAgain }) => {
  const { ada, ben, matchId } = pair;
  const phone = await signInAgain(ben);
  await phone.page.goto("/matches");
  await reachable(phone.page);

  await callOn(ada.page).start.click();
  await expect(callOn(phone.page).incoming).toBeVisible();
  await callOn(ben.page).accept.click();

  await expect(callOn(phone.page).incoming).toBeHidden();
  await expectToHear(ben.page);
  await callOn(ada.page).end.click();
  expect(await endedCall(matchId)).toMatchObject({ status: "completed", lines: 1 });
});

test("a second tab shows the same call and can end it", { tag: "@long" }, async ({
  pair: { ada, ben, matchId },
}) => {
  const second = await ben.context.newPage();
  await second.goto("/matches");
  await reachable(second);
  await callOn(ada.page).start.click();
  await expect(callOn(second).incoming).toBeVisible();
  await callOn(ben.page).accept.click();

  await expect(callOn(second).status).toContainText("Connected");
  await expect(callOn(second).incoming).toBeHidden();
  await callOn(second).end.click();

  await expect(callOn(ada.page).region).toContainText("Call ended");
  expect(await endedCall(matchId)).toMatchObject({ status: "completed", lines: 1 });
});

test("a caller who loses the network for a moment comes back", async ({ pair, expectedErrors }) => {
  const { ada, ben } = pair;
  expectedErrors.push(...offline);
  await connect(ada.page, ben.page);
  await ada.context.setOffline(true);
  await expect(callOn(ada.page).status).toContainText("Reconnecting");

  await ada.context.setOffline(false);
  await expect(callOn(ada.page).status).toContainText("Connected");
  await expectToHear(ada.page);
  await expectToHear(ben.page);
});
