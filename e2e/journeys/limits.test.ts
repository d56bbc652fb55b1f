import { createHmac } from "node:crypto";
import { appEnvironment } from "../../sandbox/environment.ts";
import { appUrl } from "../addresses.ts";
import { expect, test } from "../fixtures.ts";
import { befriend, createPerson, database, must } from "../people.ts";

/** As if all had been used up that a counter allows. */
const useUp = async (key: string) =>
  must(await database.from("rate_limits").insert({ key, hits: 1_000_000 }).select("key"));
const forget = async (key: string) =>
  must(await database.from("rate_limits").delete().eq("key", key).select("key"));

test("who writes too many messages at once is told so, and sends the last one a minute later", async ({
  signIn,
  expectedErrors,
}) => {
  expectedErrors.push(/status of 429/);
  const ada = await signIn("Ada");
  const matchId = await befriend(ada, await createPerson("Ben"));
  const key = `write-messages:${ada.id}`;
  await useUp(key);
  const { page } = ada;
  await page.goto(`/matches/${matchId}`);
  await page.getByRole("textbox", { name: "Message" }).fill("And another thing");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("alert").getByText("Too many at once.")).toBeVisible();

  await forget(key);
  await page.getByRole("button", { name: "Retry" }).click();
  await expect
    .poll(async () => must(await database.from("messages").select("body").eq("match_id", matchId)))
    .toEqual([{ body: "And another thing" }]);
  await expect(page.getByText("Too many at once.")).toBeHidden();
});

test("who reports too often reads when to try again, and can block all the same", async ({
  signIn,
  expectedErrors,
}) => {
  expectedErrors.push(/status of 429/);
  const ada = await signIn("Ada");
  const ben = await createPerson("Ben");
  const matchId = await befriend(ada, ben);
  const { APP_SECRET } = appEnvironment(appUrl);
  await useUp(`report:${createHmac("sha256", `${APP_SECRET}`).update(ada.id).digest("base64url")}`);
  const { page } = ada;
  await page.goto(`/matches/${matchId}`);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Report" }).click();
  const dialog = page.getByRole("dialog", { name: "Report Ben" });
  await dialog.getByRole("radio", { name: "Harassment or threats" }).check();
  await dialog.getByRole("button", { name: "Report and block" }).click();
  await expect(dialog.getByRole("alert")).toHaveText(/too often. Please try again in 24 hours/);

  const blocked = await page.request.post("/api/blocks", {
    data: { profileId: ben.id },
    headers: { origin: appUrl },
  });
  expect(blocked.status()).toBe(200);
});
