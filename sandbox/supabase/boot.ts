import { createHash, randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { getAuthSchemaSql, getStorageSchemaSql } from "@supabase/lite";
import type { Transaction, Transactional } from "./database.ts";
import { generateSigningKey } from "./tokens.ts";

export interface Secrets {
  /** PEM of the ES256 key that access tokens are signed with. */
  signingKey: string;
  /** What Lite signs with; never leaves the sandbox. */
  liteSecret: string;
}

/**
 * Makes an empty or an earlier sandbox database look like a hosted project with
 * the app's migrations applied, and with its seed when the database is new.
 *
 * @throws Error naming the file whose SQL failed
 */
export async function boot(
  database: Transactional,
  options: { migrationsDir: string; seedFile?: string },
): Promise<Secrets> {
  await prepare(database, options.migrationsDir);
  if (options.seedFile) await seed(database, options.seedFile);
  // Hosted projects keep broadcast messages for three days as well.
  await database.query(
    "delete from realtime.messages where inserted_at < now() - interval '3 days'",
  );
  return {
    signingKey: await remember(database, "signing_key", generateSigningKey),
    liteSecret: await remember(database, "lite_secret", () => randomBytes(32).toString("hex")),
  };
}

/**
 * Makes an empty database a project's, and applies the migrations that it has not.
 *
 * @throws Error naming the file whose SQL failed
 */
export async function prepare(database: Transactional, migrationsDir: string): Promise<void> {
  await provision(database);
  await migrate(database, migrationsDir);
}

/** A hash of everything that `prepare` would run on an empty database. */
export async function fingerprint(migrationsDir: string): Promise<string> {
  const hash = createHash("sha256").update(await hostedSql());
  for (const file of await migrationsIn(migrationsDir)) {
    hash.update(`\n-- ${file}\n`).update(await readFile(join(migrationsDir, file)));
  }
  return hash.digest("hex");
}

async function hostedSql(): Promise<string> {
  const file = (name: string) => readFile(new URL(`./sql/${name}`, import.meta.url), "utf8");
  const scripts = [
    await file("roles.sql"),
    getAuthSchemaSql(),
    getStorageSchemaSql(),
    await file("hosted.sql"),
    await file("realtime.sql"),
  ];
  return scripts.join("\n;\n");
}

async function migrationsIn(directory: string): Promise<string[]> {
  return (await readdir(directory)).filter((name) => name.endsWith(".sql")).sort();
}

/** Creates what a hosted project starts with; again after an update of these files or of Lite. */
export async function provision(database: Transactional): Promise<void> {
  const script = await hostedSql();
  const hash = createHash("sha256").update(script).digest("hex");
  const [known] = await database.query<{ known: boolean }>(
    "select to_regclass('sandbox.memory') is not null as known",
  );
  if (known?.known && (await recall(database, "provisioned")) === hash) return;
  await database.transaction(async (tx) => {
    await tx.script(script);
    await tx.query(
      `insert into sandbox.memory values ('provisioned', $1)
       on conflict (name) do update set value = excluded.value`,
      [hash],
    );
  });
}

async function migrate(database: Transactional, directory: string): Promise<void> {
  const applied = new Set(
    (
      await database.query<{ version: string }>(
        "select version from supabase_migrations.schema_migrations",
      )
    ).map(({ version }) => version),
  );
  for (const file of await migrationsIn(directory)) {
    const [, version = file, name = ""] = /^(\d+)_?(.*)\.sql$/.exec(file) ?? [];
    if (applied.has(version)) continue;
    await runFile(database, join(directory, file), (tx, text) =>
      tx.query(
        `insert into supabase_migrations.schema_migrations (version, name, statements)
         values ($1, $2, array[$3])`,
        [version, name, text],
      ),
    );
  }
}

async function seed(database: Transactional, file: string): Promise<void> {
  if (await recall(database, "seeded")) return;
  await runFile(database, file, (tx) =>
    tx.query("insert into sandbox.memory values ('seeded', now()::text)"),
  );
}

async function runFile(
  database: Transactional,
  path: string,
  record: (tx: Transaction, text: string) => Promise<unknown>,
): Promise<void> {
  const text = await readFile(path, "utf8");
  try {
    await database.transaction(async (tx) => {
      await tx.script(text);
      await record(tx, text);
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${path} does not run: ${reason}`, { cause: error });
  }
}

async function recall(database: Transactional, name: string): Promise<string | undefined> {
  const [row] = await database.query<{ value: string }>(
    "select value from sandbox.memory where name = $1",
    [name],
  );
  return row?.value;
}

async function remember(
  database: Transactional,
  name: string,
  make: () => string,
): Promise<string> {
  const known = await recall(database, name);
  if (known) return known;
  const value = make();
  await database.query("insert into sandbox.memory values ($1, $2)", [name, value]);
  return value;
}
