import { gzipSync } from "node:zlib";
import type { Browser, Page, Response } from "@playwright/test";
import { appUrl, twilioUrl } from "../addresses.ts";
import { befriend, database, must } from "../people.ts";
import { startBareServer } from "./bare-server.ts";
import { seatPair, watchedContext, withBrowser } from "./browser.ts";
import { type Figure, ratioFigure } from "./report.ts";
import { signInProgram } from "./session.ts";
import { inTurns, median } from "./statistics.ts";
import { until } from "./until.ts";

const rounds = 12;
const warmUps = 2;

declare global {
  interface Window {
    /** Of the bare video page: what its buttons ask for a token with, and a room to enter. */
    askFor(bearer: string, matchId: string): void;
    enter(token: string, name: string, options: object): Promise<void>;
  }
}

/** Two pages that can meet in a room, by buttons with the same names. */
interface Line {
  caller: Page;
  callee: Page;
  matchId: string;
  /** Of the caller, where the page has no lobby, does not ring and does not tell the app of the end. */
  bearer?: string;
}

/** How long it takes to see the caller, in the app and on a page that is nothing but the SDK. */
export async function measureVideo(): Promise<Figure[]> {
  const server = await startBareServer();
  try {
    return await withBrowser(async (browser) => {
      const { line: app, chunk } = await appLine(browser);
      const bare = await bareLine(browser, server.url);
      const both = [() => timeFirstFrame(app), () => timeFirstFrame(bare)] as const;
      await inTurns(warmUps, ...both);
      const { one, other } = await inTurns(rounds, ...both);
      const [here, there] = [median(one), median(other)];
      const detail = `${here.toFixed(0)} ms : ${there.toFixed(0)} ms, medians of ${rounds} rounds`;
      return [
        ratioFigure("Accept to the first remote frame, app : bare SDK", here / there, detail, {
          atMost: 1.15,
        }),
        {
          what: "Script that a video call loads",
          measured: `${chunk.toFixed(0)} kB`,
          detail: "gzip; twilio-video, the room and the lobby, once one reaches for the call",
        },
      ];
    });
  } finally {
    await server.close();
  }
}

async function appLine(browser: Browser) {
  const { ada, ben, matchId } = await seatPair(browser);
  for (const { page } of [ada, ben]) {
    await page.goto(`/matches/${matchId}`);
    await page.locator("[data-voice-device=ready]").waitFor({ state: "attached" });
    await page.waitForLoadState("networkidle");
  }
  const line: Line = { caller: ada.page, callee: ben.page, matchId };
  return { line, chunk: await weighLobby(ada.page) };
}

/** Opens the lobby once and gives the size of all scripts that came for it, in kB after gzip. */
async function weighLobby(page: Page): Promise<number> {
  const sources: Promise<Buffer>[] = [];
  const note = (response: Response) => {
    if (response.request().resourceType() === "script") sources.push(response.body());
  };
  page.on("response", note);
  await page.getByRole("button", { name: "Video call" }).click();
  await page.getByRole("button", { name: "Start call" }).waitFor();
  await page.waitForLoadState("networkidle");
  page.off("response", note);
  await page.getByRole("button", { name: "Cancel" }).click();
  const bytes = (await Promise.all(sources)).map((source) => gzipSync(source).length);
  return bytes.reduce((sum, size) => sum + size, 0) / 1000;
}

async function bareLine(browser: Browser, url: string): Promise<Line> {
  const [ada, ben] = [await signInProgram("Ada"), await signInProgram("Ben")];
  const matchId = await befriend(ada, ben);
  const open = async (accessToken: string) => {
    const page = await (await watchedContext(browser)).newPage();
    await page.goto(`${url}video#${twilioUrl}`);
    await page.waitForFunction(() => window.askFor);
    await page.evaluate(([...args]) => window.askFor(...args), [accessToken, matchId] as const);
    return page;
  };
  const [caller, callee] = [await open(ada.accessToken), await open(ben.accessToken)];
  return { caller, callee, matchId, bearer: ada.accessToken };
}

/** Milliseconds from the click on Accept to the first frame of the caller on the callee's page. */
export async function timeFirstFrame({ caller, callee, matchId, bearer }: Line): Promise<number> {
  for (const page of [caller, callee]) await page.evaluate(() => window.watch.begin());
  await caller.getByRole("button", { name: "Video call" }).click();
  if (!bearer) {
    await caller.getByRole("button", { name: "Start call" }).click();
    await callee.waitForFunction(() => window.watch.at.rang, null, { polling: 20 });
  }
  await until("the caller is in the room", async () => {
    const legs = database
      .from("call_participants")
      .select("id, call:calls!inner(match_id)")
      .eq("call.match_id", matchId)
      .eq("status", "in-progress");
    return must(await legs).length === 1;
  });
  await callee.getByRole("button", { name: "Accept" }).click();
  const { saw = Number.NaN, Accept = Number.NaN } = await callee
    .waitForFunction(() => window.watch.at.saw && window.watch.at, null, { polling: 20 })
    .then((at) => at.jsonValue())
    .then((at) => at || {});
  await caller.getByRole("button", { name: "End call" }).click();
  if (bearer) {
    await callee.getByRole("button", { name: "End call" }).click();
    await hangUp(matchId, bearer);
  }
  await until("the call's row has ended", async () => must(await liveCalls(matchId)).length === 0);
  return saw - Accept;
}

const liveCalls = (matchId: string) =>
  database.from("calls").select("provider_sid").eq("match_id", matchId).is("ended_at", null);

async function hangUp(matchId: string, bearer: string): Promise<void> {
  for (const { provider_sid } of must(await liveCalls(matchId))) {
    const answer = await fetch(`${appUrl}/api/calls/${provider_sid}/hangup`, {
      method: "POST",
      headers: { authorization: `Bearer ${bearer}` },
    });
    if (!answer.ok) throw new Error(`Hanging up was answered with ${answer.status}.`);
  }
}
