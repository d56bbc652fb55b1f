// The built app beside a sandbox in memory: what the journeys and the bench visit.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type SandboxOptions, sandboxEnvironment, startSandbox } from "../sandbox/start.ts";
import { appPort, appUrl, supabasePort, twilioPort } from "./addresses.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const options: SandboxOptions = { appUrl, supabasePort, twilioPort, dataDir: null };
const env: NodeJS.ProcessEnv = {
  ...process.env,
  ...sandboxEnvironment(options),
  // Every journey signs in from the same address.
  RATE_LIMIT_FACTOR: process.env.RATE_LIMIT_FACTOR ?? "1000",
  // A full room takes few browsers.
  VIDEO_MAX_PARTICIPANTS: "4",
  LOG_LEVEL: "warn",
  NEXT_TELEMETRY_DISABLED: "1",
};

function next(...args: string[]): ChildProcess {
  const cli = `${root}node_modules/next/dist/bin/next`;
  return spawn(process.execPath, [cli, ...args], { cwd: root, env, stdio: "inherit" });
}

const sandbox = await startSandbox(options);
const [built] = await once(next("build"), "exit");
if (built !== 0) process.exit(1);
const app = next("start", "--port", String(appPort));

process.on("SIGTERM", () => app.kill());
const [code] = await once(app, "exit");
await sandbox.close();
process.exit(code ?? 0);
