import { fileURLToPath } from "node:url";
import { afterAll, beforeAll } from "vitest";
import { boot } from "../../../sandbox/supabase/boot.ts";
import type { Database } from "../../../sandbox/supabase/database.ts";
import { openMigrated } from "../../../sandbox/supabase/open-migrated.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
export const seedFile = path("../../seed.sql");

/**
 * Gives the tests of a file a database of their own in memory, as a hosted project has
 * it after `supabase db push`, with what `prepare` adds.
 */
export function testDatabase(
  prepare: (database: Database) => Promise<unknown>,
  options: { seeded?: boolean } = {},
): () => Database {
  let database: Database | undefined;
  beforeAll(async () => {
    const migrationsDir = path("../../migrations");
    const fresh = await openMigrated(null, migrationsDir);
    database = fresh;
    await boot(fresh, { migrationsDir, ...(options.seeded && { seedFile }) });
    await prepare(fresh);
  }, 60_000);
  afterAll(() => database?.close());
  return () => {
    if (!database) throw new Error("The database is open while tests run.");
    return database;
  };
}
