// `npm run dev`: the app, and a stand-in for each of the two clouds that has no keys.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { takenPorts } from "./ports.ts";
import { type SandboxOptions, sandboxEnvironment, startSandbox } from "./start.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const dataDir = `${root}.sandbox`;

/** What is set decides what the sandbox stands in for; the app reads the same files by itself. */
function loadEnvironmentFiles() {
  for (const name of [".env.local", ".env.development", ".env"]) {
    if (existsSync(root + name)) process.loadEnvFile(root + name);
  }
  // A copy of .env.example is mostly blank lines: they must not stand in the sandbox's way.
  for (const [name, value] of Object.entries(process.env)) {
    if (value === "") delete process.env[name];
  }
}

function portFrom(variable: string, usual: number): number {
  const port = Number(process.env[variable] ?? usual);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`${variable} must be a port number, not "${process.env[variable]}".`);
}

function startApp(port: number, environment: Record<string, string>) {
  // What the person has set outranks the sandbox's defaults.
  const env = { ...environment, NEXT_TELEMETRY_DISABLED: "1", ...process.env };
  const child = spawn(
    process.execPath,
    [`${root}node_modules/next/dist/bin/next`, "dev", "--port", `${port}`],
    {
      cwd: root,
      env,
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const ready = new Promise<void>((resolve) => {
    child.stdout.on("data", (chunk: Buffer) => {
      process.stdout.write(chunk);
      if (chunk.includes("Ready in")) resolve();
    });
  });
  return { child, ready };
}

function welcome(options: SandboxOptions) {
  const { appUrl, supabasePort, twilioPort } = options;
  const consoleUrl = `http://127.0.0.1:${twilioPort}`;
  const lines = [`\n  Duet is up: ${appUrl}\n`];
  if (supabasePort !== null)
    lines.push(`  Supabase     sandbox at http://127.0.0.1:${supabasePort}`);
  else lines.push(`  Supabase     ${process.env.NEXT_PUBLIC_SUPABASE_URL}`);
  if (twilioPort !== null) {
    lines.push(`  Twilio       sandbox at ${consoleUrl}`);
    lines.push(`\n  Sign in as +1 415 555 0101 and, in a private window, as +1 415 555 0102.`);
    lines.push(`  Their text messages arrive in the console: ${consoleUrl}`);
  } else lines.push(`  Twilio       account ${process.env.TWILIO_ACCOUNT_SID}`);
  process.stdout.write(`${lines.join("\n")}\n\n`);
}

loadEnvironmentFiles();
if (process.argv.includes("--reset")) await rm(dataDir, { recursive: true, force: true });

const port = portFrom("PORT", 3000);
const options: SandboxOptions = {
  appUrl: process.env.PUBLIC_URL ?? `http://localhost:${port}`,
  supabasePort: process.env.NEXT_PUBLIC_SUPABASE_URL
    ? null
    : portFrom("SANDBOX_SUPABASE_PORT", 54321),
  twilioPort: process.env.TWILIO_ACCOUNT_SID ? null : portFrom("SANDBOX_TWILIO_PORT", 54330),
  dataDir,
  postgresUrl: process.env.SANDBOX_POSTGRES_URL,
};

const problems = await takenPorts([
  { name: "the app", port, variable: "PORT" },
  ...(options.supabasePort === null
    ? []
    : [{ name: "Supabase", port: options.supabasePort, variable: "SANDBOX_SUPABASE_PORT" }]),
  ...(options.twilioPort === null
    ? []
    : [{ name: "Twilio", port: options.twilioPort, variable: "SANDBOX_TWILIO_PORT" }]),
]);
if (problems.length > 0) {
  process.stderr.write(`${problems.join("\n")}\n`);
  process.exit(1);
}

const app = startApp(port, sandboxEnvironment(options));
const [sandbox] = await Promise.all([startSandbox(options), app.ready]);
welcome(options);

let stopping = false;
async function stop(code: number) {
  if (stopping) return;
  stopping = true;
  app.child.kill();
  await sandbox.close();
  process.exit(code);
}
process.on("SIGINT", () => void stop(0));
process.on("SIGTERM", () => void stop(0));
app.child.on("exit", (code) => void stop(code ?? 1));
