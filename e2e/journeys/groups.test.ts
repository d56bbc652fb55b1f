import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { befriend, database, must } from "../people.ts";

const log = (page: Page) => page.getByRole("log", { name: "Messages" });
const members = (page: Page) => page.getByRole("list", { name: "Members" }).getByRole("listitem");

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Message" }).fill(text);
  await page.getByRole("button", { name: "Send" }).click();
}

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

test("a double date of two matches: all three see it and talk", async ({ signIn }) => {
  const [ada, ben, cleo] = [await signIn("Ada"), await signIn("Ben"), await signIn("Cleo")];
  const withBen = await befriend(ada, ben);
  await befriend(ada, cleo);
  for (const { page } of [ben, cleo]) await page.goto("/matches");

  await ada.page.goto(`/matches/${withBen}`);
  await choose(ada.page, "Start a double date");
  const dialog = ada.page.getByRole("dialog", { name: "Start a double date" });
  await expect(dialog.getByRole("checkbox", { name: "Ben" })).toBeChecked();
  await expect(dialog.getByRole("button", { name: "Start group" })).toBeDisabled();
  await dialog.getByRole("checkbox", { name: "Cleo" }).check();
  await dialog.getByRole("button", { name: "Start group" }).click();

  await expect(ada.page.getByRole("heading", { name: "Ben, Cleo" })).toBeVisible();
  await expect(ada.page.getByText(/^3 members/)).toBeVisible();
  await expect(log(ada.page).getByText("You started this group with Ben and Cleo")).toBeVisible();
  await write(ada.page, "Picnic on Sunday?");

  for (const { page } of [ben, cleo]) {
    await page.getByRole("link", { name: /Ada: Picnic on Sunday\?/ }).click();
    await expect(log(page).getByText("Ada started this group with Ben and Cleo")).toBeVisible();
    await expect(log(page).getByText("Picnic on Sunday?")).toBeVisible();
  }
  await expect(log(ada.page).getByText("Seen by all")).toBeVisible();

  await write(ben.page, "I bring the bread");
  for (const { page } of [ada, cleo]) {
    await expect(log(page).getByText("I bring the bread")).toBeVisible();
    await expect(log(page).getByText("Ben", { exact: true })).toBeVisible();
  }
});

test("a group has a name, who comes later reads from then on, and who leaves is out", async ({
  signIn,
}) => {
  const [ada, ben, cleo] = [await signIn("Ada"), await signIn("Ben"), await signIn("Cleo")];
  const dan = await signIn("Dan");
  await befriend(ada, ben);
  await befriend(ada, cleo);
  await befriend(ada, dan);
  await ada.page.goto("/matches");
  await ada.page.getByRole("button", { name: "New group" }).click();
  const start = ada.page.getByRole("dialog", { name: "New group" });
  await start.getByRole("textbox", { name: /Name of the group/ }).fill("Picnic");
  await start.getByRole("checkbox", { name: "Ben" }).check();
  await start.getByRole("checkbox", { name: "Cleo" }).check();
  await start.getByRole("button", { name: "Start group" }).click();
  await expect(ada.page.getByRole("heading", { name: "Picnic" })).toBeVisible();
  await write(ada.page, "Before Dan");
  await expect(log(ada.page).getByText("Sent")).toBeVisible();
  await dan.page.goto("/matches");

  await choose(ada.page, "Members");
  await expect(members(ada.page)).toHaveCount(3);
  await ada.page.getByRole("button", { name: "Add people" }).click();
  const add = ada.page.getByRole("dialog", { name: "Add people" });
  await expect(add.getByRole("checkbox")).toHaveCount(2); // Dan, and Echo of the demo
  await add.getByRole("checkbox", { name: "Dan" }).check();
  await add.getByRole("button", { name: "Add", exact: true }).click();
  await expect(log(ada.page).getByText("You added Dan")).toBeVisible();
  await dan.page.getByRole("link", { name: /Picnic/ }).click();
  await expect(log(dan.page).getByText("Ada added Dan")).toBeVisible();
  await expect(log(dan.page).getByText("Before Dan")).toBeHidden();
  await write(dan.page, "Hello everybody");
  await expect(log(ada.page).getByText("Hello everybody")).toBeVisible();

  await choose(dan.page, "Leave group");
  const confirm = dan.page.getByRole("alertdialog", { name: "Leave this group?" });
  await confirm.getByRole("button", { name: "Leave group" }).click();
  await expect(dan.page).toHaveURL(/\/matches$/);
  await expect(dan.page.getByRole("link", { name: /Picnic/ })).toBeHidden();
  await expect(log(ada.page).getByText("Dan left")).toBeVisible();
  await expect(log(ada.page).getByText("Dan", { exact: true })).toBeVisible();
  await choose(ada.page, "Members");
  await expect(members(ada.page)).toHaveCount(3);
  await expect(members(ada.page).filter({ hasText: "Dan" })).toHaveCount(0);
});

test("unmatching ends the conversation for both", async ({ pair: { ada, ben, matchId } }) => {
  await choose(ada.page, "Unmatch");
  const confirm = ada.page.getByRole("alertdialog", { name: "Unmatch Ben?" });
  await expect(confirm).toContainText("cannot be undone");
  await confirm.getByRole("button", { name: "Unmatch" }).click();

  await expect(ada.page).toHaveURL(/\/matches$/);
  await expect(ada.page.getByRole("link", { name: /Ben/ })).toBeHidden();
  await expect(ben.page.getByRole("heading", { name: /not available/ })).toBeVisible();
  const match = must(await database.from("matches").select("ended_at").eq("id", matchId).single());
  expect(match.ended_at).not.toBeNull();
});

test("who has one match is told what a group takes", async ({ signIn }) => {
  const ada = await signIn("Ada");
  await ada.page.goto("/matches");
  await ada.page.getByRole("button", { name: "New group" }).click();
  await expect(
    ada.page.getByRole("dialog").getByRole("heading", { name: "You need two matches" }),
  ).toBeVisible();
});
