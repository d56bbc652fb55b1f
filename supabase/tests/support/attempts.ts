import type { Database, Transaction } from "../../../sandbox/supabase/database.ts";
import { type Actor, actAs, actors } from "./actors.ts";
import { fillIn } from "./world.ts";

/** Counts the rows that a statement reads or changes; it runs with the rights of its caller. */
export const countRows = `
  create schema test;
  grant usage on schema test to anon, authenticated, service_role;
  create function test.count_rows(statement text) returns integer language plpgsql as $$
  declare
    n integer;
  begin
    execute statement;
    get diagnostics n = row_count;
    return n;
  end $$;
`;

/** Which actors get anywhere with a statement. All is rolled back. */
export async function whoMay(database: Database, sql: string): Promise<Actor[]> {
  const successful: Actor[] = [];
  for (const actor of actors) if (await may(database, actor, sql)) successful.push(actor);
  return successful;
}

async function may(database: Database, actor: Actor, sql: string): Promise<boolean> {
  return permitted(() =>
    database.rehearse(async (tx: Transaction) => {
      await actAs(tx, actor);
      const [row] = await tx.query<{ n: number }>("select test.count_rows($1) as n", [
        fillIn(sql, actor),
      ]);
      return (row?.n ?? 0) > 0;
    }),
  );
}

/** False when Postgres refuses for want of a right; other errors are mistakes in the attempt. */
export async function permitted(attempt: () => Promise<boolean>): Promise<boolean> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "42501") return false;
    throw error;
  }
}
