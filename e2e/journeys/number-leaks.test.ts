import { callOn, endedCall, reachable } from "../calls.ts";
import { expect, test } from "../fixtures.ts";
import { database, must } from "../people.ts";
import {
  expectCallStatus,
  expectPhoneToHear,
  giveTelephone,
  openCallByPhone,
  phoneCallOn,
  relayOf,
} from "../telephony.ts";
import { logLines, mentions, watchTraffic } from "../witness.ts";

test("nothing that reaches a person, a log or the audit log carries the other's number", async ({
  pair: { ada, ben, matchId },
}) => {
  test.slow();
  const seen = { ada: watchTraffic(ada.context), ben: watchTraffic(ben.context) };
  const [adas, bens] = [await giveTelephone(ada), await giveTelephone(ben)];
  await adas.behave({ answer: "answer", digits: "1", says: "Good evening" });
  await bens.behave({ answer: "answer", digits: "1", says: "Hello there" });
  // New pages, so that their sockets are watched from the first frame on.
  for (const person of [ada, ben]) {
    await person.page.close();
    person.page = await person.context.newPage();
    await person.page.goto(`/matches/${matchId}`);
    await reachable(person.page);
  }
  const number = await relayOf(ada.page, matchId);

  await test.step("a telephone reaches the app", async () => {
    await adas.call({ to: number, says: "Good evening" });
    await callOn(ben.page).accept.click();
    await expectPhoneToHear(adas);
    await adas.hangup();
    await expect(callOn(ben.page).region).toContainText("Call ended");
    await endedCall(matchId);
  });

  await test.step("a telephone reaches a telephone, and is called back", async () => {
    await ben.page.goto("about:blank");
    await adas.call({ to: number, says: "Good evening" });
    await expectPhoneToHear(bens);
    await adas.hangup();
    await expectCallStatus(bens, "completed");
    await endedCall(matchId);
  });

  await test.step("the app calls a telephone", async () => {
    const dialog = await openCallByPhone(ada.page);
    await dialog.getByRole("button", { name: "Call their phone from here" }).click();
    await expect(callOn(ada.page).status).toContainText("Connected");
    await callOn(ada.page).end.click();
    await expectCallStatus(bens, "completed");
    await endedCall(matchId);
  });

  await test.step("two telephones are joined", async () => {
    const dialog = await openCallByPhone(ada.page);
    await dialog.getByRole("button", { name: "Ring my phone" }).click();
    await expect(phoneCallOn(ada.page).status).toContainText("Connected");
    await phoneCallOn(ada.page).end.click();
    await expectCallStatus(bens, "completed");
    await endedCall(matchId);
  });

  for (const { page } of [ada, ben]) {
    await page.goto("/calls");
    await expect(page.getByRole("listitem").first()).toBeVisible();
    // By the page itself: what Playwright asks for on its behalf is no traffic of the browser's.
    await page.evaluate(async () => void (await (await fetch("/api/calls")).text()));
  }
  await Promise.all([seen.ada.settled(), seen.ben.settled()]);
  expect(mentions(seen.ada.received, bens.number)).toEqual([]);
  expect(mentions(seen.ben.received, adas.number)).toEqual([]);
  // Its own number is there to be found: the search itself works.
  expect(mentions(seen.ada.received, number)).not.toEqual([]);
  const kept = must(await database.from("call_events").select("*")).map((row) =>
    JSON.stringify(row),
  );
  const logged = await logLines();
  expect(logged.join("\n")).toContain("voice incoming");
  for (const phone of [adas, bens]) {
    expect(mentions(kept, phone.number)).toEqual([]);
    expect(mentions(logged, phone.number)).toEqual([]);
  }
});
