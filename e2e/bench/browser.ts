import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { appUrl } from "../addresses.ts";
import { chromiumOptions } from "../chromium.ts";
import { befriend, createPerson, type Person, sessionCookies } from "../people.ts";
import { toneFile } from "./tone.ts";
import { watch } from "./watch.ts";

/** Runs `work` with a Chromium whose microphone hears a steady tone. */
export async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "duet-bench-"));
  const tone = join(folder, "tone.wav");
  await writeFile(tone, toneFile());
  const browser = await chromium.launch(
    chromiumOptions(
      "--use-fake-device-for-media-stream=fps=20",
      `--use-file-for-fake-audio-capture=${tone}`,
    ),
  );
  try {
    return await work(browser);
  } finally {
    await browser.close();
    await rm(folder, { recursive: true });
  }
}

/** A signed-in person's browser on a page that is still blank; its clocks are watched. */
export interface Seat extends Person {
  context: BrowserContext;
  page: Page;
}

/** Two people who are a match, each in a browser of their own. */
export async function seatPair(browser: Browser) {
  const [ada, ben] = [await seat(browser, "Ada"), await seat(browser, "Ben")];
  return { ada, ben, matchId: await befriend(ada, ben) };
}

async function seat(browser: Browser, name: string): Promise<Seat> {
  const person = await createPerson(name);
  const context = await watchedContext(browser);
  await context.addCookies(await sessionCookies(person));
  return { ...person, context, page: await context.newPage() };
}

/** A browser context of its own, whose clocks are watched. */
export async function watchedContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: appUrl,
    viewport: { width: 1280, height: 720 },
    permissions: ["microphone", "camera"],
  });
  // Playwright's half a minute is less than a machine may stand still within an hour of calls.
  context.setDefaultTimeout(120_000);
  await watch(context);
  return context;
}
