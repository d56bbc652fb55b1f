import { gzipSync } from "node:zlib";
import type { Page, Response } from "@playwright/test";
import { seatPair, withBrowser } from "./browser.ts";
import { type Figure, limitFigure } from "./report.ts";

/** Part of a host name that is in the Voice SDK and nowhere else. */
const sdkMark = "voice-js";

declare global {
  interface Window {
    becomeIdle(): void;
  }
}

interface Script {
  url: string;
  source: Promise<Buffer>;
}

interface Weight {
  /** After gzip. */
  kilobytes: number;
  withSdk: boolean;
}

/** How much script the chat page loads before a person does anything, and once it is idle. */
export async function measurePageScripts(): Promise<Figure[]> {
  return withBrowser(async (browser) => {
    const { ada, matchId } = await seatPair(browser);
    const { page } = ada;
    await holdIdle(page);
    const scripts: Script[] = [];
    const note = (response: Response) => {
      if (isScript(response)) scripts.push({ url: response.url(), source: response.body() });
    };
    page.on("response", note);
    const html = (await (await page.goto(`/matches/${matchId}`))?.text()) ?? "";
    await page.waitForLoadState("networkidle");
    const early = scripts.splice(0);
    const named = await weigh(early.filter(({ url }) => html.includes(new URL(url).pathname)));
    const first = await weigh(early);
    const sdk = page.waitForResponse(
      async (response) => isScript(response) && (await response.text()).includes(sdkMark),
    );
    await page.evaluate(() => window.becomeIdle());
    await sdk;
    await page.waitForLoadState("networkidle");
    page.off("response", note);
    const later = await weigh(scripts);

    const kilobytes = ({ kilobytes }: Weight) => `${kilobytes.toFixed(0)} kB`;
    const detail = `gzip; ${kilobytes(named)} named in the HTML; once the page is idle ${kilobytes(later)} more`;
    return [
      limitFigure("Script of the chat page before interaction", first.kilobytes, "kB", detail, 170),
      {
        what: "Call SDK before interaction",
        measured: first.withSdk ? "loaded" : "not loaded",
        target: "not loaded",
        met: !first.withSdk && later.withSdk,
        detail: later.withSdk ? "comes once the page is idle" : "not found later either",
      },
    ];
  });
}

const isScript = (response: Response) => response.request().resourceType() === "script";

/** Keeps work that waits for an idle page waiting. */
async function holdIdle(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const real = window.requestIdleCallback;
    const waiting: [IdleRequestCallback, IdleRequestOptions?][] = [];
    window.requestIdleCallback = (...args) => waiting.push(args);
    window.becomeIdle = () => {
      window.requestIdleCallback = real;
      for (const args of waiting) real(...args);
    };
  });
}

async function weigh(scripts: Script[]): Promise<Weight> {
  const sources = await Promise.all(scripts.map(({ source }) => source));
  return {
    kilobytes: sources.reduce((sum, source) => sum + gzipSync(source).length, 0) / 1000,
    withSdk: sources.some((source) => source.includes(sdkMark)),
  };
}
