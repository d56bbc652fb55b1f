import { readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { appPort, appUrl, supabasePort, supabaseUrl, twilioPort, twilioUrl } from "../addresses.ts";
import { type Figure, limitFigure } from "./report.ts";
import { residentMegabytes } from "./resident-memory.ts";
import { answer, end, needPorts, root, startNode } from "./stack.ts";
import { median } from "./statistics.ts";

const starts = 3;
const restSeconds = 10;

/** How soon `npm run dev` is ready when it has run before, and what its sandbox takes at rest. */
export async function measureDev(): Promise<Figure[]> {
  // Where it usually runs: two may not use the same files.
  await needPorts(3000, 54321, 54330);
  await runDev();
  const runs: { seconds: number; megabytes: number }[] = [];
  for (let n = 0; n < starts; n += 1) runs.push(await runDev());
  const seconds = runs.map((run) => run.seconds);
  const detail = `median of ${starts} starts, until the landing page and the sandbox answer`;
  const memory = `resident memory ${restSeconds} s after that, median of ${starts}`;
  const megabytes = median(runs.map((run) => run.megabytes));
  return [
    limitFigure("`npm run dev`, warm, to ready", median(seconds), "s", detail, 8),
    limitFigure("Sandbox at rest", megabytes, "MB", memory, 400),
  ];
}

async function runDev() {
  const manifest = JSON.parse(await readFile(`${root}package.json`, "utf8"));
  // Without npm in between, whose process would hide the sandbox's.
  const [, ...args] = String(manifest.scripts.dev).split(" ");
  const startedAt = performance.now();
  const dev = startNode(args, {
    ...process.env,
    PORT: String(appPort),
    SANDBOX_SUPABASE_PORT: String(supabasePort),
    SANDBOX_TWILIO_PORT: String(twilioPort),
  });
  try {
    const health = `${supabaseUrl}/auth/v1/.well-known/jwks.json`;
    await Promise.all([appUrl, health, twilioUrl].map((url) => answer(url, dev)));
    const seconds = (performance.now() - startedAt) / 1000;
    await setTimeout(restSeconds * 1000);
    return { seconds, megabytes: residentMegabytes(dev.pid ?? 0) };
  } finally {
    await end(dev);
  }
}
