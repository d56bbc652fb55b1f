import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { provision } from "../sandbox/supabase/boot.ts";
import { openPostgres } from "../sandbox/supabase/postgres.ts";
import { startPostgresServer } from "./postgres-server.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The official CLI, pointed at a PostgreSQL server whose database is a new project's. */
export interface SupabaseCli {
  /** Gives back what the command printed; throws with what it said when it fails. */
  run(args: readonly string[]): Promise<string>;
  close(): Promise<void>;
}

/** Opens the CLI with the migrations pushed, as `supabase db push` does it on a hosted project. */
export async function openSupabaseCli(): Promise<SupabaseCli> {
  const server = await startPostgresServer();
  const workdir = await mkdtemp(join(tmpdir(), "duet-supabase-"));
  const url = `${server.url}?sslmode=disable`;
  const cli = {
    run: (args: readonly string[]) => run([...args, `--workdir=${workdir}`, `--remote=${url}`]),
    close: async () => {
      await server.close();
      await rm(workdir, { recursive: true });
    },
  };
  try {
    const database = await openPostgres(server.url);
    await provision(database);
    await database.close();
    await cp(join(root, "supabase"), join(workdir, "supabase"), { recursive: true });
    await cli.run(["db", "push", "--yes", "--skip-vault"]);
    return cli;
  } catch (error) {
    await cli.close();
    throw error;
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
