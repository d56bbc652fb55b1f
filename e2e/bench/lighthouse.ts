import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { chromium } from "@playwright/test";
import { z } from "zod";
import { appUrl } from "../addresses.ts";
import { chromiumArgs, findChromium } from "../chromium.ts";
import { befriend, createPerson, sessionCookies } from "../people.ts";
import type { Figure } from "./report.ts";
import { median } from "./statistics.ts";

/** Fetched when it is asked for: it is larger than all the rest of the project. */
const lighthouse = "lighthouse@13.5.0";
const rounds = 3;
const leastScore = 95;
const categories = ["performance", "accessibility", "best-practices"] as const;

const score = z.object({ score: z.number() });
const report = z.object({
  categories: z.object({ performance: score, accessibility: score, "best-practices": score }),
});
type Scores = Record<(typeof categories)[number], number>;

/** Lighthouse's scores of the sign-in page and of a chat, on its emulated phone; medians of three. */
export async function measureLighthouse(): Promise<Figure[]> {
  const [ada, ben] = [await createPerson("Ada"), await createPerson("Ben")];
  const matchId = await befriend(ada, ben);
  const cookies = await sessionCookies(ada);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  return [
    ...(await figuresOf("sign-in", "/signin", {})),
    ...(await figuresOf("chat", `/matches/${matchId}`, { Cookie: cookie })),
  ];
}

async function figuresOf(
  page: string,
  path: string,
  headers: Record<string, string>,
): Promise<Figure[]> {
  const runs: Scores[] = [];
  for (let round = 0; round < rounds; round += 1) runs.push(await run(path, headers));
  return categories.map((category) => {
    const middle = median(runs.map((scores) => scores[category]));
    return {
      what: `Lighthouse, ${page}: ${category.replace("-", " ")}`,
      measured: String(middle),
      detail: `of 100; median of ${rounds} on an emulated phone`,
      target: `at least ${leastScore}`,
      met: middle >= leastScore,
    };
  });
}

async function run(path: string, headers: Record<string, string>): Promise<Scores> {
  const args = [
    ...["--yes", lighthouse, `${appUrl}${path}`, "--quiet", "--output=json"],
    `--only-categories=${categories.join(",")}`,
    `--extra-headers=${JSON.stringify(headers)}`,
    `--chrome-flags=--headless=new ${chromiumArgs.join(" ")}`,
  ];
  const env = { ...process.env, CHROME_PATH: findChromium()?.path ?? chromium.executablePath() };
  const { stdout } = await promisify(execFile)("npx", args, { env, maxBuffer: 64 * 1024 * 1024 });
  const { categories: found } = report.parse(JSON.parse(stdout));
  const hundredfold = (name: (typeof categories)[number]) => Math.round(found[name].score * 100);
  return {
    performance: hundredfold("performance"),
    accessibility: hundredfold("accessibility"),
    "best-practices": hundredfold("best-practices"),
  };
}
