// `npm run docs:pictures`: draws docs/picture.png, two people in a call as each of them sees it.
import { callOn, connect, reachable } from "../calls.ts";
import { expect, test } from "../fixtures.ts";
import { demoPerson } from "./demo-people.ts";
import { drawSheet } from "./sheet.ts";

const matchOfMayaAndTheo = "10000000-0000-4000-8000-000000000102";
const phone = { width: 390, height: 844 };

test("two people in a call", async ({ signInAgain, openBrowser }) => {
  const maya = await signInAgain(demoPerson("01", "Maya"));
  const theo = await signInAgain(demoPerson("02", "Theo"));
  await theo.page.emulateMedia({ colorScheme: "dark" });
  for (const { page } of [maya, theo]) {
    await page.setViewportSize(phone);
    await page.goto(`/matches/${matchOfMayaAndTheo}`);
    await reachable(page);
  }
  await connect(maya.page, theo.page);
  await expect(callOn(maya.page).timer).toHaveText("0:07");

  const sides = await Promise.all([maya, theo].map(({ page }) => page.screenshot()));
  const screens = sides.map((png) => ({ png, width: phone.width }));
  await drawSheet(await openBrowser(), screens, "docs/picture.png");
  await callOn(maya.page).end.click();
});
