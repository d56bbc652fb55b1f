import type { Page } from "@playwright/test";
import { callOn, expectToHear, reachable } from "../calls.ts";
import { expect, test } from "../fixtures.ts";
import { newNumber, telephone } from "../phones.ts";
import {
  expectCallStatus,
  expectPhoneToHear,
  expectToBeTold,
  giveTelephone,
  giveVoicemail,
} from "../telephony.ts";

const areaCodes = ["212", "312", "206", "617"];

/** Gets a number as a person does and gives it, in E.164. */
async function getNumber(page: Page): Promise<string> {
  await page.goto("/settings/numbers");
  await page.getByRole("button", { name: "Get a number" }).first().click();
  // Journeys at the same time must not choose the same: each looks in a place of its own.
  await page.getByLabel("Area code").fill(areaCodes[test.info().parallelIndex] ?? "");
  await page.getByRole("button", { name: "Search" }).click();
  const choice = page.getByRole("button", { name: /^Choose / }).first();
  const shown = (await choice.getAttribute("aria-label")) ?? (await choice.textContent()) ?? "";
  await choice.click();
  await page.getByRole("button", { name: "Get number" }).click();
  const number = `+${shown.replace(/\D/g, "")}`;
  await expect(page.getByRole("heading", { name: "Your numbers" })).toBeVisible();
  return number;
}

interface Rule {
  when: "Always" | "When busy" | "When there is no answer";
  to: string;
}

async function addRule(page: Page, { when, to }: Rule): Promise<void> {
  await page.getByRole("button", { name: "Add rule" }).click();
  await page.getByLabel("When").selectOption({ label: when });
  await page.getByLabel("Forward to").fill(to);
  await page.getByRole("button", { name: "Save rule" }).click();
  await expect(page.getByRole("switch", { name: /^Forward to/ })).toBeChecked();
}

test("a number is bought, renamed and released", async ({ signIn }) => {
  const { page } = await signIn("Ada");
  const number = await getNumber(page);

  await page.getByRole("button", { name: "Rename" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill("For the ad");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("main").getByText("For the ad")).toBeVisible();

  await reachable(page);
  const caller = telephone(newNumber());
  await caller.call({ to: number });
  await expect(callOn(page).incoming).toContainText("For the ad");
  await caller.hangup();
  await expect(callOn(page).incoming).toBeHidden();

  await page.getByRole("button", { name: "Release" }).click();
  await page.getByRole("button", { name: "Release number" }).click();
  await expect(page.getByText("For the ad")).toBeHidden();
  await expect(caller.call({ to: number })).rejects.toThrow(/Nobody answers/);
});

test("a call to one's own number rings in the app", { tag: "@long" }, async ({ signIn }) => {
  const ada = await signIn("Ada");
  const number = await getNumber(ada.page);
  await reachable(ada.page);
  const caller = telephone(newNumber());

  await caller.call({ to: number, says: "Is this Ada?" });

  await expect(callOn(ada.page).incoming).toContainText("Somebody");
  await callOn(ada.page).accept.click();
  await Promise.all([expectToHear(ada.page), expectPhoneToHear(caller)]);
  await callOn(ada.page).end.click();
  await expectCallStatus(caller, "completed");
});

test.describe("forwarding", () => {
  test("always: the telephone rings and the app does not", async ({ signIn }) => {
    const ada = await signIn("Ada");
    const adas = await giveTelephone(ada);
    await adas.behave({ answer: "answer", digits: "1" });
    const number = await getNumber(ada.page);
    await addRule(ada.page, { when: "Always", to: adas.number });
    const caller = telephone(newNumber());

    await caller.call({ to: number, says: "Hello" });

    await expectPhoneToHear(adas);
    expect((await adas.calls())[0]?.from).toBe(number);
    await expect(callOn(ada.page).incoming).toBeHidden();
    await adas.hangup();
  });

  test("no answer: the telephone rings after the app", async ({ signIn }) => {
    const ada = await signIn("Ada");
    const adas = await giveTelephone(ada);
    await adas.behave({ answer: "answer", digits: "1" });
    const number = await getNumber(ada.page);
    await addRule(ada.page, { when: "When there is no answer", to: adas.number });
    await reachable(ada.page);
    const caller = telephone(newNumber());

    await caller.call({ to: number, says: "Hello" });
    await callOn(ada.page).decline.click();

    await expectPhoneToHear(adas);
    await adas.hangup();
  });

  test("busy: the telephone rings while its owner is in a call", async ({ pair: { ada, ben } }) => {
    const adas = await giveTelephone(ada);
    await adas.behave({ answer: "answer", digits: "1" });
    const number = await getNumber(ada.page);
    await addRule(ada.page, { when: "When busy", to: adas.number });
    await reachable(ada.page);
    await callOn(ben.page).start.click();
    await callOn(ada.page).accept.click();
    await expect(callOn(ben.page).status).toContainText("Connected");
    const caller = telephone(newNumber());

    await caller.call({ to: number, says: "Hello" });

    await expectPhoneToHear(adas);
    await adas.hangup();
    await expect(callOn(ben.page).status).toContainText("Connected");
  });

  test("a rule that leads back to the number is refused", async ({ signIn, expectedErrors }) => {
    expectedErrors.push(/409 \(Conflict\)/);
    const { page } = await signIn("Ada");
    const number = await getNumber(page);
    await page.getByRole("button", { name: "Add rule" }).click();
    await page.getByLabel("Forward to").fill(number);
    await page.getByRole("button", { name: "Save rule" }).click();
    await expect(page.getByRole("alert")).toContainText(/itself|circle/);
  });
});

test("voicemail is left, read, heard and deleted", async ({ signIn }) => {
  const { page } = await signIn("Ada");
  const number = await getNumber(page);
  await page.goto("about:blank");
  const caller = telephone(newNumber());

  await caller.call({ to: number });
  await expectToBeTold(caller, /Ada/);
  await expect.poll(async () => (await caller.calls())[0]?.listening).toBe(true);
  // What is shorter than two seconds is not transcribed. Silence ends the message.
  await caller.say("I found your keys", 3);
  await expectCallStatus(caller, "completed");

  await page.goto("/phone");
  await expect(page.getByRole("link", { name: /Phone.*1/ })).toBeVisible();
  await page.getByRole("link", { name: /Voicemail/ }).click();
  const message = page.getByRole("listitem").filter({ hasText: "Somebody" });
  await expect(message).toContainText("I found your keys");
  await message.getByRole("button", { name: /^Play/ }).click();
  await expect(message.getByRole("button", { name: /^Pause/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /Phone.*1/ })).toBeHidden();
  await message.getByRole("button", { name: /^Delete/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(message).toBeHidden();
});

test("a voicemail that comes while its page is on the way is shown there", async ({ signIn }) => {
  const ada = await signIn("Ada");
  await ada.page.goto("/phone");
  await reachable(ada.page);
  let left = false;
  await ada.page.route("**/phone/voicemail?_rsc=*", async (route) => {
    const response = await route.fetch();
    const isVisit = !route.request().headers()["next-router-prefetch"];
    if (isVisit && !left) {
      left = true;
      await giveVoicemail(ada, "The page was faster");
    }
    await route.fulfill({ response });
  });
  await ada.page.getByRole("link", { name: /Voicemail/ }).click();
  await expect(ada.page.getByRole("listitem").filter({ hasText: "faster" })).toBeVisible();
});
