import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import type { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";

/**
 * Runs the official CLI against an in-memory database, which it reaches as a
 * Postgres server on a free loopback port. Throws with what the CLI said when it fails.
 */
export async function supabaseCli(
  db: PGlite,
  args: readonly string[],
): Promise<{ stdout: string; stderr: string }> {
  const server = new PGLiteSocketServer({ db, host: "127.0.0.1", port: 0, maxConnections: 10 });
  await server.start();
  try {
    const url = `postgresql://postgres:postgres@${server.getServerConn()}/postgres?sslmode=disable`;
    return await run([...args, `--remote=${url}`]);
  } finally {
    await server.stop();
  }
}

async function run(args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  const child = spawn("supabase", args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, DO_NOT_TRACK: "1", SUPABASE_NO_UPDATE_NOTIFIER: "1" },
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  if (code !== 0) throw new Error(`supabase ${args[0]} failed:\n${stdout}${stderr}`);
  return { stdout, stderr };
}
