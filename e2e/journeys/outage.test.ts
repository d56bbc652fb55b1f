import { breakIt } from "../faults.ts";
import { expect, test } from "../fixtures.ts";
import { database, must } from "../people.ts";

test("while the database is gone a chat says so, and goes on by itself when it is back", async ({
  pair: { ada, ben, matchId },
  expectedErrors,
}) => {
  expectedErrors.push(/Failed to load resource/, /Failed to fetch/, /CORS policy/, /50[03]/);
  const { page } = ada;
  const box = page.getByRole("textbox", { name: "Message" });
  await box.fill("Before");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(ben.page.getByRole("log").getByText("Before")).toBeVisible();

  const mend = await breakIt({ target: "database", kind: "status", status: 503, match: ada.id });
  await box.fill("Meanwhile");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("button", { name: "Retry" })).toBeVisible();
  await expect(page.getByRole("log").getByText("Meanwhile")).toBeVisible();

  await mend();
  await expect(ben.page.getByRole("log").getByText("Meanwhile")).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Retry" })).toBeHidden();
  expect(must(await database.from("messages").select("id").eq("match_id", matchId))).toHaveLength(
    2,
  );
});

test("a page that is opened while the database is gone says so, and comes back by itself", async ({
  pair: { ada },
  expectedErrors,
}) => {
  expectedErrors.push(
    /Failed to load resource/,
    /Failed to fetch/,
    /CORS policy/,
    /50[03]/,
    /React error #441/,
  );
  const { page } = ada;
  const mend = await breakIt({ target: "database", kind: "status", status: 503, match: ada.id });
  // Health is everybody's, and here only one person's database is gone.
  await page.route("**/api/health", (route) => route.fulfill({ status: 503, body: "{}" }));
  await page.reload();
  await expect(page.getByRole("heading", { name: "We will be right back" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();

  await mend();
  await page.unroute("**/api/health");
  await expect(page.getByRole("textbox", { name: "Message" })).toBeVisible();
});
