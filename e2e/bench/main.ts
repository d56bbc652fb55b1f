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
const figures: Figure[] = [];

async function measure(name: string, work: () => Promise<Figure[]>): Promise<void> {
  if (chosen.length > 0 ? !chosen.includes(name) : name === "soak") return;
  process.stderr.write(`Measuring ${name}...\n`);
  figures.push(...(await work()));
}

interface Stack {
  appPid: number;
  sandboxPid: number;
}

async function withStack(url: string | undefined, work: (stack: Stack) => Promise<void>) {
  const sandbox = await startSandboxProcess(url);
  const running = [sandbox];
  try {
    const app = await startApp();
    running.unshift(app);
    await work({ appPid: app.pid ?? 0, sandboxPid: sandbox.pid ?? 0 });
  } finally {
    for (const child of running) await end(child);
  }
}

await needPorts(appPort, supabasePort, twilioPort);
await measure("dev", measureDev);
await build();
await withStack(undefined, async ({ appPid, sandboxPid }) => {
  await measure("scripts", measurePageScripts);
  await measure("lighthouse", measureLighthouse);
  await measure("calls", measureCalls);
  await measure("video", measureVideo);
  await measure("full-room", () => measureFullRoom(sandboxPid));
  await measure("messages", measureMessages);
  await measure("token", measureToken);
  await measure("webhook", () => measureWebhook("PGlite", appPid));
  await measure("round-trips", measureRoundTrips);
  await measure("soak", () => measureSoak({ appPid, sandboxPid }, Number(values.minutes)));
});
if (postgresUrl) {
  const database = await freshDatabase(postgresUrl);
  await withStack(database.url, async ({ appPid }) => {
    await measure("webhook", () => measureWebhook("PostgreSQL", appPid));
    await measure("history", () => measureHistory(database.url));
  });
  await database.drop();
  await measure("chaos", () => measureChaos(postgresUrl, Number(values.calls)));
}
process.stdout.write(`${markdown(figures)}\n`);
