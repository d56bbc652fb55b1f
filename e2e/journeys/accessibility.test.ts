import { expectNoBarriers } from "../barriers.ts";
import { callOn } from "../calls.ts";
import { expect, test } from "../fixtures.ts";
import { befriend, createPerson } from "../people.ts";
import { giveVoicemail } from "../telephony.ts";

for (const path of ["/", "/signin", "/safety"]) {
  test(`nothing bars anybody from ${path}`, async ({ openBrowser }) => {
    const page = await (await openBrowser()).newPage();
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoBarriers(page);
  });
}

test("nothing bars anybody from /docs/api", async ({ openBrowser }) => {
  const page = await (await openBrowser()).newPage();
  await page.goto("/docs/api");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectNoBarriers(page, "article ~ article ~ article, nav li ~ li ~ li");
});

test("nothing bars anybody from chatting and calling", async ({ pair: { ada, ben } }) => {
  await ada.page.getByRole("textbox", { name: "Message" }).fill("Hello");
  await ada.page.keyboard.press("Enter");
  await expect(ben.page.getByRole("log").getByText("Hello")).toBeVisible();
  await expectNoBarriers(ben.page);

  await callOn(ada.page).start.click();
  await expect(callOn(ben.page).incoming).toBeVisible();
  await expectNoBarriers(ben.page);
  await callOn(ben.page).accept.click();
  await expect(callOn(ada.page).status).toContainText("Connected");
  await expectNoBarriers(ada.page);
  await callOn(ada.page).end.click();

  await ada.page.goto("/settings");
  await expect(ada.page.getByRole("heading", { name: "Settings" })).toBeVisible();
  await expectNoBarriers(ada.page);
});

test("nothing bars anybody from starting a group and talking in it", { tag: "@long" }, async ({
  signIn,
}) => {
  const [ada, ben, cleo] = [await signIn("Ada"), await signIn("Ben"), await signIn("Cleo")];
  await befriend(ada, ben);
  await befriend(ada, cleo);
  const { page } = ada;
  await page.goto("/matches");
  await page.getByRole("button", { name: "New group" }).click();
  const dialog = page.getByRole("dialog", { name: "New group" });
  for (const name of ["Ben", "Cleo"]) await dialog.getByRole("checkbox", { name }).check();
  await expectNoBarriers(page);
  await dialog.getByRole("button", { name: "Start group" }).click();
  await expect(page.getByRole("log").getByText(/^You started this group/)).toBeVisible();
  await expectNoBarriers(page);

  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Members" }).click();
  await expect(page.getByRole("dialog", { name: "Members" })).toBeVisible();
  await expectNoBarriers(page);
});

test("nothing bars anybody from the phone's pages", { tag: "@long" }, async ({ signIn }) => {
  const ada = await signIn("Ada");
  await giveVoicemail(ada, "I found your keys");
  const pages = {
    "/phone": "Delete digit",
    "/calls": "Missed phone call",
    "/phone/voicemail": "I found your keys",
    "/phone/recordings": "No recordings",
    "/settings/numbers": "Add rule",
  };
  for (const [path, words] of Object.entries(pages)) {
    await ada.page.goto(path);
    await expect(ada.page.getByText(words).filter({ visible: true })).toBeVisible();
    await expectNoBarriers(ada.page);
  }
});

// What other journeys walk through is looked at there: calls, reports, the end of an account.
test("nothing bars anybody from the pages of people and settings", { tag: "@long" }, async ({
  signIn,
}) => {
  const [ada, ben] = [await signIn("Ada"), await createPerson("Ben")];
  const matchId = await befriend(ada, ben);
  const pages = [
    "/discover",
    "/matches",
    `/matches/${matchId}/profile`,
    "/settings/profile",
    "/settings/privacy",
    "/settings/notifications",
    "/settings/phone-calls",
  ];
  for (const path of pages) {
    await ada.page.goto(path);
    await expect(ada.page.getByRole("heading").filter({ visible: true }).first()).toBeVisible();
    await test.step(path, () => expectNoBarriers(ada.page));
  }
});
