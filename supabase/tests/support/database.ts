import { readdir, readFile } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";

const bootstrap = new URL("bootstrap.sql", import.meta.url);
const migrations = new URL("../../migrations/", import.meta.url);

/** An empty in-memory database as a hosted project has it after `supabase db push`. */
export async function openDatabase(): Promise<PGlite> {
  const db = await PGlite.create();
  await db.exec(await readFile(bootstrap, "utf8"));
  for (const name of (await readdir(migrations)).sort()) {
    await db.exec(await readFile(new URL(name, migrations), "utf8"));
  }
  return db;
}
