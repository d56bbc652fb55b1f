// `npm run docs:picture`: draws docs/picture.png, two people in a call as each of them sees it.
import { callOn, connect, reachable } from "./calls.ts";
import { expect, test } from "./fixtures.ts";

const matchOfMayaAndTheo = "10000000-0000-4000-8000-000000000102";
const phone = { width: 390, height: 844 };

function demoPerson(number: "01" | "02", name: string) {
  const email = `demo-${number}@users.duet.example`;
  return { id: `00000000-0000-4000-8000-0000000001${number}`, name, email };
}

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
  const images = sides.map(
    (side) => `<img src="data:image/png;base64,${side.toString("base64")}" alt="">`,
  );
  const sheet = await (await openBrowser()).newPage();
  await sheet.setViewportSize({ width: 960, height: 940 });
  await sheet.setContent(`
    <style>
      body { margin: 0; height: 100vh; display: flex; gap: 48px; align-items: center; justify-content: center;
             background: linear-gradient(120deg, #5a46f5 0 50%, #ff6f61 50%); }
      img { width: 390px; height: 844px; border-radius: 36px; box-shadow: 0 24px 64px #0007; }
    </style>${images.join("")}`);
  await sheet.screenshot({ path: "docs/picture.png" });
  await callOn(maya.page).end.click();
});
