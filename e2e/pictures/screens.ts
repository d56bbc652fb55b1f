// `npm run docs:screenshots`: every page on a phone and on a laptop, light and dark, into docs/screenshots.
import type { Page } from "@playwright/test";
import { test } from "../fixtures.ts";
import { demoPerson } from "./demo-people.ts";

const screens = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];
const schemes = ["light", "dark"] as const;
const matchOfMayaAndTheo = "10000000-0000-4000-8000-000000000102";

const open = {
  landing: "/",
  "sign-in": "/signin",
  safety: "/safety",
  api: "/docs/api",
};
const signedIn = {
  discover: "/discover",
  matches: "/matches",
  thread: `/matches/${matchOfMayaAndTheo}`,
  profile: `/matches/${matchOfMayaAndTheo}/profile`,
  calls: "/calls",
  "call-statistics": "/calls/stats",
  phone: "/phone",
  voicemail: "/phone/voicemail",
  recordings: "/phone/recordings",
  settings: "/settings",
  "settings-profile": "/settings/profile",
  "settings-privacy": "/settings/privacy",
  "settings-notifications": "/settings/notifications",
  "settings-phone-calls": "/settings/phone-calls",
  "settings-numbers": "/settings/numbers",
  "settings-account": "/settings/account",
};

/** Waits until colours that change with the scheme have changed. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const finite = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(finite.map((animation) => animation.finished));
  });
}

async function take(page: Page, pages: Record<string, string>): Promise<void> {
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(path);
    for (const size of screens) {
      await page.setViewportSize(size);
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.waitForLoadState("networkidle");
        await settle(page);
        await page.screenshot({
          path: `docs/screenshots/${name}-${size.width}-${colorScheme}.jpg`,
          type: "jpeg",
          quality: 72,
        });
      }
    }
  }
}

test("pages that anybody sees", async ({ openBrowser }) => {
  test.slow();
  await take(await (await openBrowser()).newPage(), open);
});

test("pages of a person", async ({ signInAgain }) => {
  test.setTimeout(600_000);
  const { page } = await signInAgain(demoPerson("01", "Maya"));
  await take(page, signedIn);
});

test("pages of a moderator", async ({ signInAgain }) => {
  test.slow();
  const { page } = await signInAgain(demoPerson("12", "Leila"));
  await take(page, { admin: "/admin", "admin-calls": "/admin/calls" });
});
