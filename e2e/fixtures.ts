import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { listenIn } from "./audio.ts";
import { reachable } from "./calls.ts";
import { befriend, createPerson, type Person, sessionCookies } from "./people.ts";

/** A signed-in person with a browser of their own. */
interface SignedIn extends Person {
  context: BrowserContext;
  page: Page;
}

/** What Chromium says of itself while a journey keeps it offline. */
export const offline: readonly RegExp[] = [
  /net::ERR_INTERNET_DISCONNECTED/,
  /WebSocket/,
  /Failed to fetch/,
  /Failed to load resource/,
];

interface Fixtures {
  /** Console errors that a journey causes on purpose; any other fails it. */
  expectedErrors: RegExp[];
  /** Opens a browser that nobody has signed in to. */
  openBrowser: () => Promise<BrowserContext>;
  /** Makes a new person, signed in, on a page that is still blank. */
  signIn: (name: string) => Promise<SignedIn>;
  /** Signs a person in on one more device. */
  signInAgain: (person: Person) => Promise<SignedIn>;
  /** Two signed-in people who are a match, each with the other's chat open. */
  pair: { ada: SignedIn; ben: SignedIn; matchId: string };
}

export const test = base.extend<Fixtures>({
  expectedErrors: async ({ browser: _ }, use) => use([]),

  openBrowser: async ({ browser, expectedErrors }, use) => {
    const contexts: BrowserContext[] = [];
    const errors: string[] = [];
    await use(async () => {
      const context = await browser.newContext();
      await listenIn(context);
      context.on("console", (message) => {
        if (message.type() === "error") errors.push(message.text());
      });
      context.on("weberror", (error) => errors.push(error.error().message));
      contexts.push(context);
      return context;
    });
    for (const context of contexts) await context.close();
    const surprises = errors.filter((text) => !expectedErrors.some((known) => known.test(text)));
    expect(surprises, "errors in the browser's console").toEqual([]);
  },

  signInAgain: async ({ openBrowser }, use) => {
    await use(async (person) => {
      const context = await openBrowser();
      await context.addCookies(await sessionCookies(person));
      return { ...person, context, page: await context.newPage() };
    });
  },

  signIn: async ({ signInAgain }, use) => {
    await use(async (name) => signInAgain(await createPerson(name)));
  },

  pair: async ({ signIn }, use) => {
    const [ada, ben] = [await signIn("Ada"), await signIn("Ben")];
    const matchId = await befriend(ada, ben);
    await Promise.all([ada.page.goto(`/matches/${matchId}`), ben.page.goto(`/matches/${matchId}`)]);
    await Promise.all([reachable(ada.page), reachable(ben.page)]);
    await use({ ada, ben, matchId });
  },
});

export { expect };
