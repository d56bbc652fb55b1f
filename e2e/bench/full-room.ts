import { setTimeout } from "node:timers/promises";
import type { Page } from "@playwright/test";
import twilio from "twilio";
import { twilioDefaults } from "../../sandbox/config.ts";
import { twilioUrl } from "../addresses.ts";
import { startBareServer } from "./bare-server.ts";
import { watchedContext, withBrowser } from "./browser.ts";
import { processorTime } from "./processor-time.ts";
import type { Figure } from "./report.ts";
import { median } from "./statistics.ts";
import { until } from "./until.ts";

const people = 6;
const seconds = 15;
const camera = { width: 640, height: 360, frameRate: 20 };

/** How six people in one room fare: pictures a second, and what the sandbox takes for it. */
export async function measureFullRoom(sandboxPid: number): Promise<Figure[]> {
  const server = await startBareServer();
  try {
    return await withBrowser(async (browser) => {
      const sid = await createRoom();
      const pages: Page[] = [];
      for (let person = 1; person <= people; person += 1) {
        const page = await (await watchedContext(browser)).newPage();
        await page.goto(`${server.url}video#${twilioUrl}`);
        await page.waitForFunction(() => window.enter);
        const options = { audio: true, video: camera };
        const entry = [tokenFor(`person-${person}`, sid), sid, options] as const;
        await page.evaluate(([...args]) => window.enter(...args), entry);
        pages.push(page);
      }
      await until("everyone sees everyone", async () => {
        const counts = await Promise.all(pages.map(framesOf));
        return counts.every((frames) => frames.filter((count) => count > 0).length === people - 1);
      });
      const [before, usedBefore] = [await allFrames(pages), await processorTime(sandboxPid)];
      await setTimeout(seconds * 1000);
      const [after, usedAfter] = [await allFrames(pages), await processorTime(sandboxPid)];
      const rates = after.map((count, index) => (count - (before[index] ?? 0)) / seconds);
      const load = (usedAfter - usedBefore) / (seconds * 10);
      const slowest = Math.min(...rates);
      return [
        {
          what: "Six in a room: pictures a second",
          measured: median(rates).toFixed(1),
          target: "none stalls",
          met: slowest > 0,
          detail: `median of ${rates.length} streams of ${camera.height}p at ${camera.frameRate}/s, all in one browser; the slowest ${slowest.toFixed(1)}`,
        },
        {
          what: "Six in a room: sandbox",
          measured: `${load.toFixed(0)} %`,
          detail: "of one core",
        },
      ];
    });
  } finally {
    await server.close();
  }
}

async function createRoom(): Promise<string> {
  const { accountSid, authToken } = twilioDefaults;
  const answer = await fetch(`${twilioUrl}/v1/Rooms`, {
    method: "POST",
    headers: {
      authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`,
    },
    body: new URLSearchParams({ Type: "group", MaxParticipants: String(people) }),
  });
  const { sid }: { sid: string } = await answer.json();
  return sid;
}

function tokenFor(identity: string, room: string): string {
  const { AccessToken } = twilio.jwt;
  const { accountSid, apiKey, apiSecret } = twilioDefaults;
  const token = new AccessToken(accountSid, apiKey, apiSecret, { identity, ttl: 3600 });
  token.addGrant(new AccessToken.VideoGrant({ room }));
  return token.toJwt();
}

/** Frames drawn so far of each of the others. */
const framesOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("video")].map(
      (video) => video.getVideoPlaybackQuality().totalVideoFrames,
    ),
  );

const allFrames = async (pages: Page[]) => (await Promise.all(pages.map(framesOf))).flat();
