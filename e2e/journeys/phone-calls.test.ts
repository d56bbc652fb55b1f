import { callOn, endedCall, expectToHear, reachable } from "../calls.ts";
import { expect, test } from "../fixtures.ts";
import { befriend, createPerson } from "../people.ts";
import { newNumber, telephone } from "../phones.ts";
import {
  expectCallStatus,
  expectPhoneToHear,
  expectToBeTold,
  giveTelephone,
  openCallByPhone,
  phoneCallOn,
  relayOf,
} from "../telephony.ts";

test("two telephones are joined from the browser, and neither sees the other's number", async ({
  signIn,
}) => {
  const [ada, ben] = [await signIn("Ada"), await createPerson("Ben")];
  const matchId = await befriend(ada, ben);
  const [adas, bens] = [await giveTelephone(ada), await giveTelephone(ben)];
  await adas.behave({ answer: "answer", says: "Good evening" });
  await bens.behave({ answer: "answer", digits: "1", says: "Hello there" });
  await ada.page.goto(`/matches/${matchId}`);

  await (await openCallByPhone(ada.page)).getByRole("button", { name: "Ring my phone" }).click();

  await expect(phoneCallOn(ada.page).status).toContainText("Connected");
  await Promise.all([expectPhoneToHear(adas), expectPhoneToHear(bens)]);
  await expectToBeTold(adas, /Calling Ben/);
  await expectToBeTold(bens, /Ada.*Press 1/);
  const shown = [(await adas.calls())[0]?.from, (await bens.calls())[0]?.from];
  expect(shown).toEqual([await relayOf(ada.page, matchId), await relayOf(ada.page, matchId)]);

  await phoneCallOn(ada.page).end.click();
  await Promise.all([expectCallStatus(adas, "completed"), expectCallStatus(bens, "completed")]);
  await expect(phoneCallOn(ada.page).region).toContainText("Call ended");
  expect(await endedCall(matchId)).toMatchObject({
    status: "completed",
    end_reason: "hangup",
    caller_id: ada.id,
    lines: 1,
  });
  await expect(ada.page.getByRole("log").getByText(/Phone call/)).toBeVisible();
});

test("a call to the pool's number reaches the match, who can call back", async ({ signIn }) => {
  const [ada, ben] = [await signIn("Ada"), await createPerson("Ben")];
  const matchId = await befriend(ada, ben);
  const [adas, bens] = [await giveTelephone(ada), await giveTelephone(ben)];
  await bens.behave({ answer: "answer", digits: "1", says: "Hello there" });
  await adas.behave({ answer: "answer", digits: "1" });
  const number = await relayOf(ada.page, matchId);

  await adas.call({ to: number, says: "Good evening" });
  await Promise.all([expectPhoneToHear(adas), expectPhoneToHear(bens)]);
  await bens.hangup();
  await expectCallStatus(adas, "completed");
  // Until the app has heard so, too, Ada is busy.
  await endedCall(matchId);

  const [heardFrom] = await bens.calls();
  await bens.call({ to: heardFrom?.from ?? "", says: "It is me again" });
  await expectToBeTold(adas, /Ben/);
  await expectPhoneToHear(adas);
  await adas.hangup();
  expect(await endedCall(matchId)).toMatchObject({ status: "completed", caller_id: ben.id });
});

test("a stranger who calls the pool's number is turned away", { tag: "@long" }, async ({
  signIn,
}) => {
  const [ada, ben] = [await signIn("Ada"), await createPerson("Ben")];
  const matchId = await befriend(ada, ben);
  const [, bens] = [await giveTelephone(ada), await giveTelephone(ben)];
  await ada.page.goto(`/matches/${matchId}`);
  const stranger = telephone(newNumber());

  await stranger.call({ to: await relayOf(ada.page, matchId) });

  await expectToBeTold(stranger, /cannot/i);
  await expectCallStatus(stranger, "completed");
  expect(await bens.calls()).toEqual([]);
});

test("a telephone reaches the app first", async ({ pair: { ada, ben, matchId } }) => {
  const [adas, bens] = [await giveTelephone(ada), await giveTelephone(ben)];

  await adas.call({ to: await relayOf(ada.page, matchId), says: "Good evening" });

  await expect(callOn(ben.page).incoming).toContainText("Ada");
  await callOn(ben.page).accept.click();
  await Promise.all([expectToHear(ben.page), expectPhoneToHear(adas)]);
  await callOn(ben.page).end.click();
  await expectCallStatus(adas, "completed");
  expect(await bens.calls()).toEqual([]);
  expect(await endedCall(matchId)).toMatchObject({ status: "completed", caller_id: ada.id });
});

test("the app calls a telephone, and its keypad presses keys there", async ({ signIn }) => {
  const [ada, ben] = [await signIn("Ada"), await createPerson("Ben")];
  const matchId = await befriend(ada, ben);
  const [, bens] = [await giveTelephone(ada), await giveTelephone(ben)];
  await bens.behave({ answer: "answer", digits: "1", says: "Hello there" });
  await ada.page.goto(`/matches/${matchId}`);
  await reachable(ada.page);

  const dialog = await openCallByPhone(ada.page);
  await dialog.getByRole("button", { name: "Call their phone from here" }).click();

  await expect(callOn(ada.page).status).toContainText("Connected");
  await Promise.all([expectToHear(ada.page), expectPhoneToHear(bens)]);
  await callOn(ada.page).region.getByRole("button", { name: "Keypad" }).click();
  await ada.page.getByRole("button", { name: "5", exact: true }).click();
  await expect.poll(async () => (await bens.calls())[0]?.heardDigits).toBe("5");
  await callOn(ada.page).end.click();
  await expectCallStatus(bens, "completed");
});

test("a block ends a telephone call and the number it was made by", async ({ signIn }) => {
  const [ada, ben] = [await signIn("Ada"), await createPerson("Ben")];
  const matchId = await befriend(ada, ben);
  const [adas, bens] = [await giveTelephone(ada), await giveTelephone(ben)];
  await bens.behave({ answer: "answer", digits: "1" });
  await ada.page.goto(`/matches/${matchId}`);
  const number = await relayOf(ada.page, matchId);
  await adas.call({ to: number, says: "Good evening" });
  await expectPhoneToHear(bens);

  await ada.page.getByRole("button", { name: "More" }).click();
  await ada.page.getByRole("menuitem", { name: "Block" }).click();
  await ada.page.getByRole("alertdialog").getByRole("button", { name: "Block" }).click();

  await Promise.all([expectCallStatus(adas, "completed"), expectCallStatus(bens, "completed")]);
  await bens.call({ to: number });
  await expectToBeTold(bens, /cannot/i);
});
