import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import { pgcrypto } from "@electric-sql/pglite/contrib/pgcrypto";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { boot } from "../sandbox/supabase/boot.ts";
import type { Transaction, Transactional } from "../sandbox/supabase/database.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The official CLI, pointed at an in-memory database with the migrations applied. */
export interface SupabaseCli {
  /** Gives back what the command printed; throws with what it said when it fails. */
  run(args: readonly string[]): Promise<string>;
  close(): Promise<void>;
}

/** The CLI wants a Postgres server: here it is PGlite on a free loopback port. */
export async function openSupabaseCli(): Promise<SupabaseCli> {
  const db = await PGlite.create({ extensions: { pgcrypto } });
  await boot(transactional(db), { migrationsDir: `${root}supabase/migrations` });
  const server = new PGLiteSocketServer({ db, host: "127.0.0.1", port: 0, maxConnections: 10 });
  await server.start();
  const url = `postgresql://postgres:postgres@${server.getServerConn()}/postgres?sslmode=disable`;
  return {
    run: (args) => run([...args, `--workdir=${tmpdir()}`, `--remote=${url}`]),
    close: async () => {
      await server.stop();
      await db.close();
    },
  };
}

function transactional(db: PGlite): Transactional {
  const over = (client: Pick<PGlite, "query" | "exec">): Transaction => ({
    query: async <T>(sql: string, params?: unknown[]) => (await client.query<T>(sql, params)).rows,
    script: async (sql) => void (await client.exec(sql)),
  });
  return { ...over(db), transaction: (work) => db.transaction((tx) => work(over(tx))) };
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
