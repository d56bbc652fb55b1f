import { fingerprint, prepare } from "./boot.ts";
import type { Database } from "./database.ts";
import { isNewDatabase, openPglite } from "./pglite.ts";
import { readTemplate, writeTemplate } from "./template.ts";

/**
 * Opens PGlite. A new database has the migrations of a directory applied, as a copy of the first one
 * that was made of the same: applying them takes a second, and tests make many. What an earlier one
 * lacks is left to `boot`.
 *
 * @throws Error naming the migration that does not run
 */
export async function openMigrated(
  dataDir: string | null,
  migrationsDir: string,
): Promise<Database> {
  if (!isNewDatabase(dataDir)) return openPglite(dataDir);
  const name = await fingerprint(migrationsDir);
  const template = await readTemplate(name);
  const database = await openPglite(dataDir, template);
  if (template) return database;
  try {
    await prepare(database, migrationsDir);
    await writeTemplate(name, await database.copy());
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
