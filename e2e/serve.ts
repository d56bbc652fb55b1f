// The built app beside a sandbox in memory: what the journeys and the bench visit.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type SandboxOptions, sandboxEnvironment, startSandbox } from "../sandbox/start.ts";
import { appLog, appPort, appUrl, supabasePort, twilioPort } from "./addresses.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const options: SandboxOptions = {
  appUrl,
  supabasePort,
  twilioPort,
  dataDir: null,
  // Journeys read what was said; they need not listen to it.
  twilio: { speechCharactersPerSecond: 200 },
  // Nor wait until somebody may like them back.
  demoLikes: { share: 1, afterSeconds: [0, 0] },
};
const env: NodeJS.ProcessEnv = {
  ...process.env,
  ...sandboxEnvironment(options),
  // Every journey signs in from the same address.
  RATE_LIMIT_FACTOR: process.env.RATE_LIMIT_FACTOR ?? "1000",
  // A full room takes few browsers.
  VIDEO_MAX_PARTICIPANTS: "4",
  // Journeys have a push service of their own.
  PUSH_ENDPOINT_HOSTS: "127.0.0.1",
  // Journeys look into the log, for what must not be in it.
  LOG_LEVEL: "debug",
  // All the journeys' telephones do not fit into the sandbox's own hundred.
  OUTBOUND_ALLOW_LIST: "+1415555*",
  NEXT_TELEMETRY_DISABLED: "1",
};

function next(args: string[], output: "inherit" | "pipe" = "inherit"): ChildProcess {
  const cli = `${root}node_modules/next/dist/bin/next`;
  const stdio = ["inherit", output, "inherit"] as const;
  return spawn(process.execPath, [cli, ...args], { cwd: root, env, stdio: [...stdio] });
}

const sandbox = await startSandbox(options);
const [built] = await once(next(["build"]), "exit");
if (built !== 0) process.exit(1);
const app = next(["start", "--port", String(appPort)], "pipe");
mkdirSync(new URL(".", appLog), { recursive: true });
app.stdout?.pipe(createWriteStream(appLog));

process.on("SIGTERM", () => app.kill());
const [code] = await once(app, "exit");
await sandbox.close();
process.exit(code ?? 0);
