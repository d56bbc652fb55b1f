// The built app beside a sandbox, each in a process of its own.
import { type ChildProcess, fork, type StdioOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { takenPorts } from "../../sandbox/ports.ts";
import { type SandboxOptions, sandboxEnvironment } from "../../sandbox/start.ts";
import { appPort, appUrl, supabasePort, twilioPort } from "../addresses.ts";
import { until } from "./until.ts";

export const root = fileURLToPath(new URL("../..", import.meta.url));

const options: SandboxOptions = { appUrl, supabasePort, twilioPort, dataDir: null };
const environment: NodeJS.ProcessEnv = {
  ...process.env,
  ...sandboxEnvironment(options),
  // All load comes from one address and one person.
  RATE_LIMIT_FACTOR: "100000",
  NEXT_TELEMETRY_DISABLED: "1",
};

// Whatever ends the bench ends what it has started.
const children = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of children) child.kill();
});
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

function ours(child: ChildProcess): ChildProcess {
  children.add(child);
  child.once("exit", () => children.delete(child));
  return child;
}

function next(args: string[], overrides: Record<string, string> = {}): ChildProcess {
  const cli = `${root}node_modules/next/dist/bin/next`;
  return startNode([cli, ...args], { ...environment, ...overrides });
}

/** Runs Node.js in the project; it ends with the bench at the latest. */
export function startNode(args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  const stdio: StdioOptions = ["ignore", "ignore", "inherit"];
  return ours(spawn(process.execPath, args, { cwd: root, env, stdio }));
}

/** @throws Error when something else uses a port: what answers there would be measured instead */
export async function needPorts(...ports: number[]): Promise<void> {
  const wanted = ports.map((port) => ({ name: "", port, variable: "" }));
  if ((await takenPorts(wanted)).length === 0) return;
  throw new Error(`The ports ${ports.join(", ")} must be free.`);
}

/** Builds the app for the sandbox. */
export async function build(): Promise<void> {
  const [code] = await once(next(["build"]), "exit");
  if (code !== 0) throw new Error("The app could not be built.");
}

/** Starts the built app and waits until it answers. */
export async function startApp(port = appPort, overrides: Record<string, string> = {}) {
  const app = next(["start", "--port", String(port)], overrides);
  await answer(`http://localhost:${port}/api/health/live`, app);
  return app;
}

/** Starts the sandbox, on PGlite in memory unless a server is named. */
export async function startSandboxProcess(postgresUrl?: string) {
  const file = new URL("./sandbox-process.ts", import.meta.url);
  const sandbox = ours(fork(file, [JSON.stringify({ ...options, postgresUrl })]));
  await Promise.race([
    once(sandbox, "message"),
    once(sandbox, "exit").then(() => {
      throw new Error("The sandbox did not start.");
    }),
  ]);
  return sandbox;
}

/** Waits until an address of a server answers 200, at most 2 minutes. */
export async function answer(url: string, server: ChildProcess): Promise<void> {
  const ok = () =>
    fetch(url).then(
      ({ status }) => status === 200,
      () => false,
    );
  const over = () => server.exitCode !== null;
  await until(`${url} answers`, async () => over() || (await ok()), 120);
  if (over()) throw new Error(`The server of ${url} has ended.`);
}

/** Ends a process and waits for it. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, "exit");
}
