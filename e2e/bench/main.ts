// `npm run bench`: measures Duet on this machine and prints a table for docs/figures.md. Names of
// measurements as arguments choose some of them.
import { appPort, supabasePort, twilioPort } from "../addresses.ts";
import { measureCalls } from "./calls.ts";
import { measureDev } from "./dev.ts";
import { measureMessages } from "./messages.ts";
import { measurePageScripts } from "./page-scripts.ts";
import { freshDatabase } from "./postgres.ts";
import { type Figure, markdown } from "./report.ts";
import { build, end, needPorts, startApp, startSandboxProcess } from "./stack.ts";
import { measureToken } from "./token.ts";
import { measureRoundTrips, measureWebhook } from "./webhook.ts";

const postgresUrl = process.env.SANDBOX_POSTGRES_URL;
delete process.env.SANDBOX_POSTGRES_URL;
const chosen = process.argv.slice(2);
const figures: Figure[] = [];

async function measure(name: string, work: () => Promise<Figure[]>): Promise<void> {
  if (chosen.length > 0 && !chosen.includes(name)) return;
  process.stderr.write(`Measuring ${name}...\n`);
  figures.push(...(await work()));
}

async function withStack(url: string | undefined, work: (appPid: number) => Promise<void>) {
  const running = [await startSandboxProcess(url)];
  try {
    const app = await startApp();
    running.unshift(app);
    await work(app.pid ?? 0);
  } finally {
    for (const child of running) await end(child);
  }
}

await needPorts(appPort, supabasePort, twilioPort);
await measure("dev", measureDev);
await build();
await withStack(undefined, async (appPid) => {
  await measure("scripts", measurePageScripts);
  await measure("calls", measureCalls);
  await measure("messages", measureMessages);
  await measure("token", measureToken);
  await measure("webhook", () => measureWebhook("PGlite", appPid));
  await measure("round-trips", measureRoundTrips);
});
if (postgresUrl) {
  const database = await freshDatabase(postgresUrl);
  await withStack(database.url, (appPid) =>
    measure("webhook", () => measureWebhook("PostgreSQL", appPid)),
  );
  await database.drop();
}
process.stdout.write(`${markdown(figures)}\n`);
