import type { Browser, Page } from "@playwright/test";
import { identityOf } from "../../lib/twilio/identity.ts";
import { twilioUrl } from "../addresses.ts";
import { database, must } from "../people.ts";
import { startBareServer } from "./bare-server.ts";
import { type Seat, seatPair, withBrowser } from "./browser.ts";
import { type Figure, ratioFigure } from "./report.ts";
import { inTurns, median } from "./statistics.ts";
import { until } from "./until.ts";

const rounds = 15;
const warmUps = 2;

declare global {
  interface Window {
    /** Of the bare page. */
    ready(token: string, sounds: string[], to: Record<string, string>): Promise<void>;
  }
}

/** Two pages that can call each other, by buttons with the same names. */
export interface Line {
  caller: Page;
  callee: Page;
  matchId: string;
}

interface Times {
  ringMs: number;
  /** From Accept until both sides hear the other. */
  audioMs: number;
}

/** How long calls take in the app, against a page that is nothing but the Voice SDK. */
export async function measureCalls(): Promise<Figure[]> {
  const server = await startBareServer();
  try {
    return await withBrowser(async (browser) => {
      const [app, bare] = [await appLine(browser), await bareLine(browser, server.url)];
      const both = [() => timeCall(app), () => timeCall(bare)] as const;
      await inTurns(warmUps, ...both);
      const { one, other } = await inTurns(rounds, ...both);
      return [
        figure("Click to ring, app : bare SDK", one, other, ({ ringMs }) => ringMs),
        figure("Accept to audio, app : bare SDK", one, other, ({ audioMs }) => audioMs),
      ];
    });
  } finally {
    await server.close();
  }
}

function figure(what: string, app: Times[], bare: Times[], of: (times: Times) => number): Figure {
  const [here, there] = [median(app.map(of)), median(bare.map(of))];
  const detail = `${here.toFixed(0)} ms : ${there.toFixed(0)} ms, medians of ${rounds} rounds`;
  return ratioFigure(what, here / there, detail, { atMost: 1.15 });
}

/** Two people in the app, each with the chat open and ready for calls. */
export async function appLine(browser: Browser): Promise<Line> {
  const { ada, ben, matchId } = await seatPair(browser);
  await Promise.all([openChat(ada, matchId), openChat(ben, matchId)]);
  return { caller: ada.page, callee: ben.page, matchId };
}

/** Opens a chat and waits until its page has registered for calls. */
async function openChat({ page }: Seat, matchId: string): Promise<void> {
  let registered = false;
  page.on("websocket", (socket) => {
    socket.on("framereceived", ({ payload }) => {
      registered ||= payload.includes('"type":"ready"');
    });
  });
  await page.goto(`/matches/${matchId}`);
  await until("the page has registered for calls", () => registered);
}

async function bareLine(browser: Browser, url: string): Promise<Line> {
  const { ada, ben, matchId } = await seatPair(browser);
  await Promise.all([openBare(ada, url, ben, matchId), openBare(ben, url, ada, matchId)]);
  return { caller: ada.page, callee: ben.page, matchId };
}

async function openBare({ page, context }: Seat, url: string, other: Seat, matchId: string) {
  const answer = await context.request.post("/api/twilio/voice/token", { data: {} });
  const { token }: { token: string } = await answer.json();
  await page.goto(`${url}#${twilioUrl}`);
  await page.waitForFunction(() => window.ready);
  const digits = [..."0123456789sh"].map((digit) => `dtmf${digit}`);
  const sounds = ["incoming", "outgoing", "disconnect", ...digits];
  const to = { To: identityOf(other.id), matchId };
  await page.evaluate(([...args]) => window.ready(...args), [token, sounds, to] as const);
}

/** One call by voice, until both have heard each other and its row has ended. */
export async function timeCall({ caller, callee, matchId }: Line): Promise<Times> {
  await Promise.all([caller, callee].map((page) => page.evaluate(() => window.watch.begin())));
  await caller.getByRole("button", { name: "Voice call" }).click();
  await seen(callee, "rang");
  await Promise.all([caller, callee].map((page) => page.evaluate(() => window.watch.listen())));
  await callee.getByRole("button", { name: "Accept" }).click();
  await Promise.all([seen(caller, "heard"), seen(callee, "heard")]);

  const [here, there] = await Promise.all(
    [caller, callee].map((page) => page.evaluate(() => window.watch.at)),
  );
  await caller.getByRole("button", { name: "End call" }).click();
  await ended(matchId);
  const span = (from?: number, to?: number) => (to ?? Number.NaN) - (from ?? Number.NaN);
  return {
    ringMs: span(here?.["Voice call"], there?.rang),
    audioMs: span(there?.Accept, Math.max(here?.heard ?? Number.NaN, there?.heard ?? Number.NaN)),
  };
}

const seen = (page: Page, name: string) =>
  page.waitForFunction((name) => window.watch.at[name], name, { polling: 20 });

/** Waits until no call of a match is live, since a person in a call is busy for the next. */
function ended(matchId: string): Promise<void> {
  return until("the call's row has ended", async () => {
    const live = database.from("calls").select("id").eq("match_id", matchId).is("ended_at", null);
    return must(await live).length === 0;
  });
}
