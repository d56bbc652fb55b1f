import { expect, test } from "../fixtures.ts";

test("a visitor sees their own voice meet another before they sign in", async ({ openBrowser }) => {
  const page = await (await openBrowser()).newPage();
  await page.goto("/");
  const waves = page.locator("main svg[role=presentation]");
  const drawn = () => waves.evaluate((svg) => svg.innerHTML);
  const still = await drawn();
  await page.getByRole("button", { name: "Try your voice" }).click();
  await expect.poll(drawn, "the voice as it is heard").not.toBe(still);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect.poll(drawn, "the picture as it was").toBe(still);
});
