import { callOn, clockFrom, connect, endedCall, expectSilence, expectToHear } from "../calls.ts";
import { expect, test } from "../fixtures.ts";
import { befriend, database, must } from "../people.ts";
import { newNumber, textsOf } from "../phones.ts";

test("two people talk, and the call is remembered", async ({ pair: { ada, ben, matchId } }) => {
  await connect(ada.page, ben.page);
  await expectToHear(ada.page);
  await expectToHear(ben.page);
  await expect(callOn(ada.page).timer).toHaveText(clockFrom(2));

  await callOn(ada.page).end.click();

  await expect(callOn(ben.page).region).toContainText("Call ended");
  const call = await endedCall(matchId);
  expect(call).toMatchObject({
    status: "completed",
    end_reason: "hangup",
    caller_id: ada.id,
    lines: 1,
  });
  expect(call.duration_seconds).toBeGreaterThan(0);
  expect(call.call_participants).toHaveLength(2);
  for (const { page } of [ada, ben]) {
    await expect(page.getByRole("log").getByText(/Voice call/)).toBeVisible();
  }
});

test("the person who was called can hang up", async ({ pair: { ada, ben, matchId } }) => {
  await connect(ada.page, ben.page);
  await callOn(ben.page).end.click();

  await expect(callOn(ada.page).region).toContainText("Call ended");
  expect(await endedCall(matchId)).toMatchObject({ status: "completed", lines: 1 });
});

test("nobody hears a person who is muted", async ({ pair: { ada, ben } }) => {
  await connect(ada.page, ben.page);
  await expectToHear(ben.page);

  await callOn(ada.page).mute.click();
  await expectSilence(ben.page);

  await callOn(ada.page).unmute.click();
  await expectToHear(ben.page);
});

test("a call goes on while a person looks at other pages", async ({ pair: { ada, ben } }) => {
  await connect(ada.page, ben.page);
  await ada.page.getByRole("link", { name: "Settings" }).first().click();
  await expect(ada.page).toHaveURL(/\/settings$/);
  await expectToHear(ada.page);
  await callOn(ada.page).end.click();
  await expect(callOn(ben.page).region).toContainText("Call ended");
});

test("a declined call tells the caller so", async ({ pair: { ada, ben, matchId } }) => {
  await callOn(ada.page).start.click();
  await expect(callOn(ada.page).status).toContainText("Ringing");
  await callOn(ben.page).decline.click();

  await expect(callOn(ada.page).region).toContainText(/declined/i);
  expect(await endedCall(matchId)).toMatchObject({
    status: "busy",
    end_reason: "declined",
    duration_seconds: 0,
    lines: 1,
  });
});

test("a person who is talking is busy for others", async ({ pair: { ada, ben }, signIn }) => {
  const cara = await signIn("Cara");
  const matchId = await befriend(cara, ben);
  await cara.page.goto(`/matches/${matchId}`);
  await connect(ada.page, ben.page);
  await callOn(cara.page).start.click();

  await expect(callOn(cara.page).region).toContainText(/busy|another call/i);
  await expect(callOn(ben.page).incoming).toBeHidden();
  expect(await endedCall(matchId)).toMatchObject({ status: "busy", end_reason: "busy", lines: 1 });
  await expectToHear(ada.page);
});

test("a caller who gives up leaves a missed call", async ({ pair: { ada, ben, matchId } }) => {
  await callOn(ada.page).start.click();
  await expect(callOn(ben.page).incoming).toBeVisible();
  await callOn(ada.page).end.click();

  await expect(callOn(ben.page).incoming).toBeHidden();
  expect(await endedCall(matchId)).toMatchObject({
    status: "canceled",
    end_reason: "canceled",
    lines: 1,
  });
  const line = ben.page.getByRole("log").getByRole("link", { name: /^Missed voice call/ });
  await expect(line).toBeVisible();
  const main = ben.page.getByRole("navigation", { name: "Main" });
  await main.getByRole("link", { name: "Calls 1 missed" }).click();
  await expect(main.getByRole("link", { name: "Calls", exact: true })).toBeVisible();
  await ben.page.goBack();
  await line.click();
  await expect(ben.page).toHaveURL(/\/calls\/CA/);
  await expect(ben.page.getByRole("heading", { name: "Ada" })).toBeVisible();
});

test("a person who asked for it is texted after a missed call", async ({ pair: { ada, ben } }) => {
  const phone = newNumber();
  const reached = database.from("private_profiles").update({ phone, text_missed_calls: true });
  must(await reached.eq("id", ben.id).select("id"));
  await callOn(ada.page).start.click();
  await expect(callOn(ben.page).incoming).toBeVisible();
  await callOn(ada.page).end.click();

  await expect
    .poll(async () => (await textsOf(phone)).map(({ body }) => body))
    .toEqual([expect.stringMatching(/Ada/)]);
});

test("one person alone can try a call with Echo", async ({ signIn }) => {
  const ada = await signIn("Ada");
  await ada.page.goto("/matches");
  await ada.page.getByRole("link", { name: /Echo/ }).click();
  await callOn(ada.page).start.click();

  await expect(callOn(ada.page).status).toContainText("Connected");
  await expectToHear(ada.page);
  await callOn(ada.page).end.click();
  await expect(ada.page.getByRole("log").getByText(/Voice call/)).toBeVisible();
});
