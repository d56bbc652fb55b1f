import { expectNoBarriers } from "../barriers.ts";
import { callOn, connect, endedCall } from "../calls.ts";
import { expect, test } from "../fixtures.ts";
import { befriend, createModerator, database, must } from "../people.ts";

test("Report in a call hangs up first, then blocks, and keeps what was said", async ({
  pair: { ada, ben, matchId },
}) => {
  must(
    await database
      .from("messages")
      .insert({ match_id: matchId, sender_id: ben.id, body: "You will be sorry." })
      .select("id"),
  );
  await connect(ada.page, ben.page);
  await callOn(ada.page).region.getByRole("button", { name: "Safety" }).click();
  await ada.page.getByRole("menuitem", { name: "Report" }).click();
  await expect(callOn(ben.page).region).toContainText("Call ended");

  const dialog = ada.page.getByRole("dialog", { name: "Report Ben" });
  await expect(dialog.getByRole("switch", { name: "Also block" })).toBeChecked();
  await dialog.getByRole("button", { name: "Report and block" }).click();
  await expect(dialog.getByRole("alert")).toHaveText("Choose what is wrong.");
  await expectNoBarriers(ada.page);
  await dialog.getByRole("radio", { name: "Harassment or threats" }).check();
  await dialog.getByRole("button", { name: "Report and block" }).click();

  await expect(ada.page).toHaveURL(/\/matches$/);
  await expect(ada.page.getByText("Ben is reported and blocked")).toBeVisible();
  await expect(ben.page.getByRole("textbox", { name: "Message" })).toBeHidden();
  const [report] = must(
    await database
      .from("reports")
      .select("reason, evidence, call:calls(match_id)")
      .eq("reported_id", ben.id),
  );
  expect(report).toMatchObject({ reason: "harassment", call: { match_id: matchId } });
  expect(JSON.stringify(report?.evidence)).toContain("You will be sorry.");
  expect(await endedCall(matchId)).toMatchObject({ status: "completed" });
});

test("a moderator warns, then suspends: the person reads why, and is out at once", async ({
  signIn,
  signInAgain,
  expectedErrors,
}) => {
  // What /admin is for everybody else, and what a suspended person's page is told.
  expectedErrors.push(/status of 40[134]/);
  const { page } = await signInAgain(await createModerator("Mo"));
  const [ada, ben] = [await signIn("Ada"), await signIn("Ben")];
  const matchId = await befriend(ada, ben);
  const about = { reporter_id: ada.id, reported_id: ben.id, match_id: matchId };
  must(
    await database
      .from("reports")
      .insert([
        { ...about, reason: "spam", details: "Sends adverts." },
        { ...about, reason: "scam", details: "Asks for money." },
      ])
      .select("id"),
  );

  await ben.page.goto("/admin");
  await expect(ben.page.getByRole("heading", { name: "This page was not found" })).toBeVisible();
  await ben.page.goto("/matches");
  await expect(ben.page.getByRole("link", { name: /Ada/ })).toBeVisible();

  await page.goto("/admin/reports");
  await expect(page.getByRole("link", { name: /Ben: Asks for money/ })).toBeVisible();
  await expectNoBarriers(page);
  const decide = async (which: RegExp, words: string, verb: string) => {
    await page.goto("/admin/reports");
    await page.getByRole("link", { name: which }).first().click();
    await page.getByRole("textbox", { name: "Words for Ben" }).fill(words);
    await page.getByRole("button", { name: verb }).click();
  };
  await decide(/Ben: Sends adverts/, "No adverts, please.", "Warn");
  await expect(page.getByText("Mo warned them")).toBeVisible();
  await expectNoBarriers(page);
  const warning = ben.page.getByRole("alertdialog", { name: "A word from the moderators" });
  await expect(warning).toContainText("No adverts, please.");
  await warning.getByRole("button", { name: "I understand" }).click();
  await expect(warning).toBeHidden();

  await decide(/Ben: Asks for money/, "You asked several people for money.", "Suspend");
  await page.getByRole("alertdialog").getByRole("button", { name: "Suspend" }).click();
  await expect(page.getByText("Mo suspended them")).toBeVisible();
  await expect(ben.page.getByRole("heading", { name: "Your account is suspended" })).toBeVisible();
  await expect(ben.page.getByText("You asked several people for money.")).toBeVisible();
  await expect(ben.page.getByRole("link", { name: "help@duet.example" })).toBeVisible();
  await expect(ben.page.getByRole("button", { name: "Keep my account" })).toBeHidden();
  await ada.page.goto("/matches");
  await expect(ada.page.getByRole("link", { name: /Ben/ })).toBeHidden();
});
