import { fileURLToPath } from "node:url";
import { boot } from "../../../sandbox/supabase/boot.ts";
import { type Database, openPglite } from "../../../sandbox/supabase/database.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** An in-memory database as a hosted project has it after `supabase db push`. */
export async function openDatabase(options: { seeded?: boolean } = {}): Promise<Database> {
  const database = await openPglite(null);
  await boot(database, {
    migrationsDir: path("../../migrations"),
    ...(options.seeded && { seedFile: path("../../seed.sql") }),
  });
  return database;
}
