// `npm run bench`: measures Duet on this machine and prints a table for docs/figures.md. Names of
// measurements as arguments choose some of them; `--calls` says how many the chaos is made of,
// `--minutes` how long the soak is, which is left out unless it is named.
import { parseArgs } from "node:util";
import { appPort, supabasePort, twilioPort } from "../addresses.ts";
import { measureCalls } from "./calls.ts";
import { measureChaos } from "./chaos.ts";
import { measureDev } from "./dev.ts";
import { measureFullRoom } from "./full-room.ts";
import { measureHistory } from "./history.ts";
import { measureLighthouse } from "./lighthouse.ts";
import { measureMessages } from "./messages.ts";
import { measurePageScripts } from "./page-scripts.ts";
import { freshDatabase } from "./postgres.ts";
import { type Figure, markdown } from "./report.ts";
import { measureSoak } from "./soak.ts";
import { build, end, needPorts, startApp, startSandboxProcess } from "./stack.ts";
import { measureToken } from "./token.ts";
import { measureVideo } from "./video.ts";
import { measureRoundTrips, measureWebhook } from "./webhook.ts";

const postgresUrl = process.env.SANDBOX_POSTGRES_URL;
delete process.env.SANDBOX_POSTGRES_URL;
const { values, positionals: chosen } = parseArgs({
  allowPositionals: true,
  options: {
    calls: { type: "string", default: "10000" },
    minutes: { type: "string", default: "30" },
  },
});
if (!postgresUrl && chosen.some((name) => ["history", "chaos"].includes(name))) {
  throw new Error("SANDBOX_POSTGRES_URL must name a PostgreSQL server for this.");
}
const figures: Figure[] = [];

const isWanted = (name: string) => (chosen.length > 0 ? chosen.includes(name) : name !== "soak");

async function measure(name: string, work: () => Promise<Figure[]>): Promise<void> {
  if (!isWanted(name)) return;
  process.stderr.write(`Measuring ${name}...\n`);
  figures.push(...(await work()));
}

interface Stack {
  appPid: number;
  sandboxPid: number;
}

/** Measures in the built app beside a sandbox, on PGlite unless a database is named. */
async function measureIn(
  url: string | undefined,
  works: Record<string, (stack: Stack) => Promise<Figure[]>>,
): Promise<void> {
  if (!Object.keys(works).some(isWanted)) return;
  const sandbox = await startSandboxProcess(url);
  const running = [sandbox];
  try {
    const app = await startApp();
    running.unshift(app);
    const stack = { appPid: app.pid ?? 0, sandboxPid: sandbox.pid ?? 0 };
    for (const [name, work] of Object.entries(works)) await measure(name, () => work(stack));
  } finally {
    for (const child of running) await end(child);
  }
}

await needPorts(appPort, supabasePort, twilioPort);
await measure("dev", measureDev);
await build();
await measureIn(undefined, {
  scripts: measurePageScripts,
  lighthouse: measureLighthouse,
  calls: measureCalls,
  video: measureVideo,
  "full-room": ({ sandboxPid }) => measureFullRoom(sandboxPid),
  messages: measureMessages,
  token: measureToken,
  webhook: ({ appPid }) => measureWebhook("PGlite", appPid),
  "round-trips": measureRoundTrips,
  soak: (pids) => measureSoak(pids, Number(values.minutes)),
});
if (postgresUrl) {
  const database = await freshDatabase(postgresUrl);
  await measureIn(database.url, {
    webhook: ({ appPid }) => measureWebhook("PostgreSQL", appPid),
    history: () => measureHistory(database.url),
  });
  await database.drop();
  await measure("chaos", () => measureChaos(postgresUrl, Number(values.calls)));
}
process.stdout.write(`${markdown(figures)}\n`);
