import type { Locator, Page } from "@playwright/test";
import { test as base, expect } from "../fixtures.ts";
import { befriend, database, must, type Person } from "../people.ts";

/** Two people with each other's chat open; nobody calls, so nobody waits until that could be. */
const test = base.extend({
  pair: async ({ signIn }, use) => {
    const [ada, ben] = [await signIn("Ada"), await signIn("Ben")];
    const matchId = await befriend(ada, ben);
    await Promise.all([ada, ben].map(({ page }) => page.goto(`/matches/${matchId}`)));
    await use({ ada, ben, matchId });
  },
});

const log = (page: Page) => page.getByRole("log");

async function write(page: Page, text: string) {
  await page.getByRole("textbox", { name: "Message" }).fill(text);
  await page.getByRole("button", { name: "Send" }).click();
}

/** Holds a finger on something until `until` is there. */
async function hold(page: Page, target: Locator, until: Locator) {
  const box = await target.boundingBox();
  if (!box) throw new Error("There is nothing to hold.");
  const client = await page.context().newCDPSession(page);
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
  await expect(until).toBeVisible();
  await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

test("a message is answered by holding it, and the answer is joined and taken back", async ({
  pair: { ada, ben },
}) => {
  await write(ada.page, "Coffee on Saturday?");
  const heart = ben.page.getByRole("button", { name: "Heart", exact: true });
  await hold(ben.page, log(ben.page).getByText("Coffee on Saturday?"), heart);
  await heart.click();

  await ada.page.getByRole("button", { name: "Heart from Ben" }).click();
  const both = ben.page.getByRole("button", { name: "Heart from You and Ada" });
  await expect(both).toHaveAttribute("aria-pressed", "true");
  await both.click();
  await expect(ada.page.getByRole("button", { name: "Heart from You", exact: true })).toBeVisible();
});

test("a message is taken back by keyboard, and is gone for both", async ({ pair }) => {
  const { ada, ben, matchId } = pair;
  await write(ada.page, "I should not have said that");
  await expect(log(ben.page).getByText("I should not have said that")).toBeVisible();

  await ada.page.getByRole("textbox", { name: "Message" }).press("Shift+Tab");
  await expect(
    ada.page.getByRole("button", { name: "Options for: You: I should not" }),
  ).toBeFocused();
  await ada.page.keyboard.press("Enter");
  await expect(ada.page.getByRole("button", { name: "Heart", exact: true })).toBeFocused();
  for (const key of ["Tab", "Tab"]) await ada.page.keyboard.press(key);
  await expect(ada.page.getByRole("button", { name: "Delete" })).toBeFocused();
  await ada.page.keyboard.press("Enter");
  const question = ada.page.getByRole("alertdialog", { name: "Delete this message?" });
  await expect(question.getByRole("button", { name: "Cancel" })).toBeFocused();
  await question.getByRole("button", { name: "Delete" }).press("Enter");

  await expect(log(ada.page)).toBeFocused();
  for (const { page } of [ada, ben]) {
    await expect(log(page).getByText("Message deleted")).toBeVisible();
    await expect(log(page).getByText("I should not have said that")).toBeHidden();
  }
  const rows = must(await database.from("messages").select("body").eq("match_id", matchId));
  expect(rows).toEqual([{ body: null }]);
});

async function switchOff(page: Page, name: string) {
  await page.goto("/settings/privacy");
  // The switch turns before it is saved, and leaving the page at once would keep it from being.
  const saved = page.waitForResponse(
    (response) =>
      response.url().includes("/rest/v1/private_profiles") &&
      response.request().method() === "PATCH",
  );
  await page.getByRole("switch", { name }).click();
  await expect(page.getByRole("switch", { name })).not.toBeChecked();
  expect((await saved).ok()).toBe(true);
}

/** Waits until it is known that a person has read the newest message of a match. */
async function expectToHaveRead(matchId: string, { id }: Person) {
  const messages = database.from("messages").select("created_at").eq("match_id", matchId);
  const newest = must(await messages.order("created_at", { ascending: false }).limit(1).single());
  const readAt = async () => {
    const members = database.from("match_members").select("last_read_at").eq("match_id", matchId);
    return must(await members.eq("profile_id", id).single()).last_read_at;
  };
  await expect.poll(readAt, "up to where it is read").toBe(newest.created_at);
}

test("who sends no read receipts is not seen to have read, and does not see it either", {
  tag: "@long",
}, async ({ pair }) => {
  const { ada, ben, matchId } = pair;
  await write(ada.page, "One");
  await expect(log(ada.page).getByText("Seen")).toBeVisible();

  await switchOff(ben.page, "Send read receipts");
  await ben.page.goto(`/matches/${matchId}`);
  await write(ada.page, "Two");
  await expect(log(ben.page).getByText("Two")).toBeVisible();
  await expectToHaveRead(matchId, ben);
  await expect(log(ada.page).getByText("Sent")).toBeVisible();

  await write(ben.page, "Three");
  await expect(log(ada.page).getByText("Three")).toBeVisible();
  await expectToHaveRead(matchId, ada);
  await expect(log(ben.page).getByText("Sent")).toBeVisible();
  for (const { page } of [ada, ben]) {
    await page.reload();
    await expect(log(page).getByText("Sent")).toBeVisible();
    await expect(log(page).getByText("Seen")).toBeHidden();
  }
});

test("who hides when they are here is seen by nobody from then on, and sees nobody", async ({
  signIn,
}) => {
  const [ada, ben] = [await signIn("Ada"), await signIn("Ben")];
  const matchId = await befriend(ada, ben);
  await ada.page.goto(`/matches/${matchId}`);
  await ben.page.goto("/matches");
  await expect(ada.page.getByRole("link", { name: /Ben/ }).getByText("Online")).toBeAttached();
  await expect(ben.page.getByRole("link", { name: /Ada/ }).getByText("Online")).toBeAttached();

  await switchOff(ben.page, "Show when I was last here");

  // Echo, who is always there, stands in both lists.
  const ofBen = ada.page.getByRole("link", { name: /Ben/ });
  await expect(ofBen.getByText("Online")).toHaveCount(0);
  await expect(ofBen.getByText(/^Here /)).toHaveCount(0);
  await ben.page.goto(`/matches/${matchId}`);
  await expect(ben.page.getByRole("heading", { name: "Ada" })).toBeVisible();
  await expect(ben.page.getByRole("link", { name: /Ada/ }).getByText("Online")).toHaveCount(0);
});
