import type { Page } from "@playwright/test";
import { expectNoBarriers } from "../barriers.ts";
import { callOn } from "../calls.ts";
import { expect, test } from "../fixtures.ts";
import { pastCall } from "../past-calls.ts";
import { befriend, database, must } from "../people.ts";

const day = 24 * 60;

/** The calls of the list, from the newest on. */
const lines = (page: Page) =>
  page.getByRole("main").getByRole("listitem").filter({ visible: true });

test("a call stands in both histories, tells what happened, and is called back", async ({
  pair: { ada, ben },
}) => {
  await callOn(ada.page).start.click();
  await callOn(ben.page).decline.click();
  await expect(callOn(ada.page).region).toContainText(/declined/i);

  await ben.page.getByRole("link", { name: "Calls" }).click();
  await expect(ben.page.getByRole("heading", { name: "Calls" })).toBeVisible();
  await expect(lines(ben.page)).toContainText("Declined voice call");
  await ada.page.getByRole("link", { name: "Calls" }).click();
  await expect(ada.page.getByRole("heading", { name: "Calls" })).toBeVisible();
  await expect(lines(ada.page)).toContainText("Voice call, declined");
  await lines(ada.page).getByRole("link", { name: "Ben" }).click();
  await expect(ada.page.getByRole("heading", { name: "Call details" })).toBeVisible();
  const happened = ada.page.getByRole("region", { name: "What happened" });
  await expect(happened.getByRole("listitem")).toContainText(["You called Ben", "Ben declined"]);
  await expectNoBarriers(ada.page);

  await ada.page.getByRole("button", { name: "Call Ben" }).click();
  await expect(callOn(ben.page).incoming).toBeVisible();
  await callOn(ada.page).end.click();
  await expect(callOn(ben.page).incoming).toBeHidden();
  // It is on Ben's list as soon as it has been missed.
  await expect(lines(ben.page).first()).toContainText("Missed voice call");
});

test("calls of all kinds are filtered, searched and shown page by page", { tag: "@long" }, async ({
  signIn,
}) => {
  const [ada, ben, cleo] = [await signIn("Ada"), await signIn("Ben"), await signIn("Cléo")];
  const withBen = { matchId: await befriend(ada, ben), caller: ada, callee: ben };
  const withCleo = { matchId: await befriend(ada, cleo), caller: cleo, callee: ada };
  await pastCall({ ...withCleo, minutesAgo: 1, kind: "phone" });
  await pastCall({ ...withBen, minutesAgo: 2, kind: "video", seconds: 240 });
  await Promise.all(
    Array.from({ length: 30 }, (_, n) => pastCall({ ...withBen, minutesAgo: 3 * day + n })),
  );
  const { page } = ada;
  await page.goto("/calls");
  await expect(lines(page)).toHaveCount(30);
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Today");
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(lines(page)).toHaveCount(32);
  await expectNoBarriers(page);

  await page.getByRole("button", { name: "Missed", exact: true }).click();
  await expect(lines(page)).toHaveCount(1);
  await expect(lines(page)).toContainText(/Cléo.*Missed phone call/);
  await page.reload();
  await expect(page.getByRole("button", { name: "Missed", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(lines(page)).toHaveCount(1);

  await page.getByRole("button", { name: "Video", exact: true }).click();
  await expect(lines(page)).toHaveText([/Ben.*Video call, 4 min/]);
  await page.getByRole("button", { name: "All", exact: true }).click();
  await page.getByRole("searchbox", { name: "Search calls by name" }).fill("cleo");
  await expect(lines(page)).toHaveText([/Cléo/]);
  await page.getByRole("searchbox").fill("nobody");
  await page.getByRole("button", { name: "Show all calls" }).click();
  await expect(lines(page)).toHaveCount(30);

  await page.goto(`/matches/${withCleo.matchId}/profile`);
  await expect(page.getByRole("list", { name: "Newest calls" })).toContainText("Missed phone call");
});

test("what calls add up to is drawn, and can be read as a table", async ({ signIn }) => {
  const [ada, ben] = [await signIn("Ada"), await signIn("Ben")];
  const matchId = await befriend(ada, ben);
  await pastCall({ matchId, caller: ada, callee: ben, minutesAgo: day, seconds: 600 });
  await pastCall({ matchId, caller: ben, callee: ada, minutesAgo: day });
  await pastCall({ matchId, caller: ben, callee: ada, minutesAgo: 10 * day, seconds: 300 });
  const { page } = ada;
  await page.goto("/calls");
  await page.getByRole("link", { name: "Statistics" }).click();
  const figure = (name: string) =>
    page.locator("dl > div", { has: page.getByText(name, { exact: true }) });
  await expect(figure("Calls")).toContainText("3");
  await expect(figure("Talked")).toContainText("15 min");
  await expect(figure("Answer rate")).toContainText("67%");
  await expect(figure("Missed")).toContainText("1");
  await expectNoBarriers(page);

  await page.getByRole("button", { name: "Show as table: People" }).click();
  await expect(page.getByRole("table", { name: "People" }).getByRole("row").nth(1)).toHaveText(
    "Ben3215 min",
  );
  await page.getByRole("button", { name: "7 days" }).click();
  await expect(figure("Calls")).toContainText("2");
  await page.getByRole("button", { name: "Show as table: Calls per day" }).click();
  await expect(page.getByRole("table", { name: "Calls per day" }).getByRole("row")).toHaveCount(8);
  await expectNoBarriers(page);

  const answer = await page.request.get(
    `/api/calls/stats?from=2020-01-01&to=2020-01-02&tz=Europe/Madrid`,
  );
  expect(await answer.json()).toMatchObject({ ok: true, totals: { calls: 0 } });
});

test("a call stays when the other has gone, and does not say who they were", async ({ signIn }) => {
  const [ada, ben] = [await signIn("Ada"), await signIn("Ben")];
  const matchId = await befriend(ada, ben);
  await pastCall({ matchId, caller: ben, callee: ada, minutesAgo: 5, seconds: 60 });
  const block = { blocker_id: ben.id, blocked_id: ada.id };
  must(await database.from("blocks").insert(block).select("blocked_id"));
  const { page } = ada;
  await page.goto("/calls");
  await expect(lines(page)).toContainText("Somebody");
  await expect(lines(page).getByRole("button")).toHaveCount(0);
  await lines(page).getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Somebody" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Message" })).toHaveCount(0);
  await expect(page.getByRole("main")).not.toContainText("Ben");
});
