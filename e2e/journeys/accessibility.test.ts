import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { callOn } from "../calls.ts";
import { expect, test } from "../fixtures.ts";

async function expectNoBarriers(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target) })),
  ).toEqual([]);
}

for (const path of ["/", "/signin", "/docs/api"]) {
  test(`nothing bars anybody from ${path}`, async ({ openBrowser }) => {
    const page = await (await openBrowser()).newPage();
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoBarriers(page);
  });
}

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
