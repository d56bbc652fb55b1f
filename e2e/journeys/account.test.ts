import { readFile } from "node:fs/promises";
import { expectNoBarriers } from "../barriers.ts";
import { expect, test } from "../fixtures.ts";
import { befriend, database, must } from "../people.ts";

test("a person downloads all that is theirs, and nothing that others wrote", async ({ signIn }) => {
  const [ada, ben] = [await signIn("Ada"), await signIn("Ben")];
  const match_id = await befriend(ada, ben);
  must(
    await database
      .from("messages")
      .insert([
        { match_id, sender_id: ada.id, body: "What I wrote" },
        { match_id, sender_id: ben.id, body: "What Ben wrote" },
      ])
      .select("id"),
  );
  await ada.page.goto("/settings/account");
  const arriving = ada.page.waitForEvent("download");
  await ada.page.getByRole("button", { name: "Download my data" }).click();
  const file = await arriving;
  expect(file.suggestedFilename()).toMatch(/^duet-data-\d{4}-\d\d-\d\d\.json$/);
  const text = await readFile(await file.path(), "utf8");
  expect(JSON.parse(text)).toMatchObject({
    profile: { display_name: "Ada", birth_date: "1994-05-17" },
    matches: expect.arrayContaining([expect.objectContaining({ match_id, with: ["Ben"] })]),
    messages: expect.arrayContaining([expect.objectContaining({ body: "What I wrote" })]),
  });
  expect(text).not.toContain("What Ben wrote");
});

test("a person deletes their account, is gone for others, and changes their mind in time", async ({
  signIn,
  signInAgain,
  expectedErrors,
}) => {
  expectedErrors.push(/status of 401/); // a page that says goodbye to the server after its session
  const [ada, ben] = [await signIn("Ada"), await signIn("Ben")];
  await befriend(ada, ben);
  await ben.page.goto("/matches");
  await expect(ben.page.getByRole("link", { name: /Ada/ })).toBeVisible();

  await ada.page.goto("/settings/account");
  await ada.page.getByRole("button", { name: "Delete account" }).click();
  const dialog = ada.page.getByRole("dialog", { name: "Delete your account?" });
  await dialog.getByRole("button", { name: "Delete account" }).click();
  await expect(dialog.getByText("Type delete to go on.")).toBeVisible();
  await expectNoBarriers(ada.page);
  await dialog.getByRole("textbox", { name: /Type/ }).fill("delete");
  await dialog.getByRole("button", { name: "Delete account" }).click();
  await expect(ada.page.getByRole("heading", { name: "Goodbye" })).toBeVisible();
  await expect(ben.page.getByRole("link", { name: /Ada/ })).toBeHidden();
  await ada.page.goto("/matches");
  await expect(ada.page).toHaveURL(/\/signin/);

  const back = await signInAgain(ada);
  await back.page.goto("/matches");
  await expect(
    back.page.getByRole("heading", { name: /^Your account will be deleted on/ }),
  ).toBeVisible();
  await expectNoBarriers(back.page);
  await back.page.getByRole("button", { name: "Keep my account" }).click();
  await expect(back.page.getByRole("link", { name: /Ben/ })).toBeVisible();
  await expect(ben.page.getByRole("link", { name: /Ada/ })).toBeVisible();
});
