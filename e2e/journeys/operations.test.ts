import { expectNoBarriers } from "../barriers.ts";
import { callOn, endedCall, reachable } from "../calls.ts";
import { expect, test } from "../fixtures.ts";
import { befriend, createModerator, database, must } from "../people.ts";

test("an operator follows a call from the list to everything that Twilio said of it", async ({
  signIn,
  signInAgain,
}) => {
  const [ada, ben] = [await signIn("Ada"), await signIn("Ben")];
  const matchId = await befriend(ada, ben);
  const { page } = await signInAgain(await createModerator("Mo"));
  await ada.page.goto(`/matches/${matchId}`);
  await ben.page.goto("/matches");
  await reachable(ben.page);
  await callOn(ada.page).start.click();
  await callOn(ben.page).decline.click();
  await endedCall(matchId);
  const { provider_sid: sid } = must(
    await database.from("calls").select("provider_sid").eq("match_id", matchId).single(),
  );

  await page.goto("/settings");
  await page.getByRole("link", { name: /Administration/ }).click();
  await expect(page.getByRole("heading", { name: "Operation" })).toBeVisible();
  await expectNoBarriers(page);
  await page.getByRole("navigation", { name: "Administration" }).getByText("Calls").click();
  await page.locator(`a[href="/admin/calls/${sid}"]`).click();

  await expect(page.getByRole("heading", { name: "A voice call" })).toBeVisible();
  const events = page.getByRole("table", { name: "Events" }).getByRole("row");
  await expect(events.filter({ hasText: "busy" }).first()).toBeVisible();
  await expect(page.getByRole("table", { name: "Legs" })).toContainText("Ben, callee");
  await expectNoBarriers(page);
  for (const name of ["Webhooks", "Sign-in", "Costs", "Requests", "Numbers"]) {
    await page.getByRole("navigation", { name: "Administration" }).getByText(name).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  }
});
