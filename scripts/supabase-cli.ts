import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import { pgcrypto } from "@electric-sql/pglite/contrib/pgcrypto";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { boot } from "../sandbox/supabase/boot.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Runs the official CLI against an in-memory database with the migrations applied,
 * which it reaches as a Postgres server on a free loopback port. Gives back what
 * it printed; throws with what it said when it fails.
 */
export async function supabaseCli(args: readonly string[]): Promise<string> {
  const db = await PGlite.create({ extensions: { pgcrypto } });
  await boot(
    {
      query: async <T>(sql: string, params?: unknown[]) => (await db.query<T>(sql, params)).rows,
      script: async (sql) => void (await db.exec(sql)),
      transaction: (work) =>
        db.transaction((tx) =>
          work({
            query: async <T>(sql: string, params?: unknown[]) =>
              (await tx.query<T>(sql, params)).rows,
            script: async (sql) => void (await tx.exec(sql)),
          }),
        ),
    },
    { migrationsDir: `${root}supabase/migrations` },
  );
  const server = new PGLiteSocketServer({ db, host: "127.0.0.1", port: 0, maxConnections: 10 });
  await server.start();
  try {
    const address = server.getServerConn();
    return await run([
      ...args,
      `--workdir=${tmpdir()}`,
      `--remote=postgresql://postgres:postgres@${address}/postgres?sslmode=disable`,
    ]);
  } finally {
    await server.stop();
    await db.close();
  }
}

async function run(args: readonly string[]): Promise<string> {
  const child = spawn("node_modules/.bin/supabase", args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, DO_NOT_TRACK: "1", SUPABASE_NO_UPDATE_NOTIFIER: "1" },
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  if (code !== 0) throw new Error(`supabase ${args.join(" ")} failed:\n${stdout}${stderr}`);
  return stdout;
}
