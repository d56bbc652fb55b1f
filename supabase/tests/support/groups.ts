import type { Transaction } from "../../../sandbox/supabase/database.ts";
import { become } from "./actors.ts";
import { type Person, personId } from "./world.ts";

interface Answer {
  outcome: string;
  match_id?: string;
  [more: string]: unknown;
}

/** What people do with groups, as the server does it for them, in one transaction. */
export function groupsIn(tx: Transaction) {
  const ask = async (sql: string, values: unknown[]): Promise<Answer> => {
    const [row] = await tx.query<{ answer: Answer }>(`select ${sql} as answer`, values);
    if (!row) throw new Error("The function answered nothing.");
    return row.answer;
  };
  return {
    /** Makes two people a match. */
    async pair(a: Person, b: Person): Promise<string> {
      const [row] = await tx.query<{ id: string }>(
        `with made as (insert into matches default values returning id), members as (
           insert into match_members (match_id, profile_id, call_permission)
           select id, unnest($1::uuid[]), 'video' from made
         ) select id from made`,
        [[personId(a), personId(b)]],
      );
      if (!row) throw new Error("No match was made.");
      return row.id;
    },
    start: (by: Person, matchIds: string[], title: string | null = null) =>
      ask("start_group($1, $2, $3)", [personId(by), matchIds, title]),
    add: (by: Person, groupId: string, matchIds: string[]) =>
      ask("add_to_group($1, $2, $3)", [personId(by), groupId, matchIds]),
    leave: (by: Person, matchId: string) => ask("leave_match($1, $2)", [personId(by), matchId]),
    /** Who is in a match, by name. */
    async members(matchId: string): Promise<string[]> {
      const rows = await tx.query<{ name: string }>(
        `select display_name as name from match_members join profiles on id = profile_id
         where match_id = $1 and left_at is null order by 1`,
        [matchId],
      );
      return rows.map(({ name }) => name);
    },
    /** The lines that tell what happened in a group. */
    async lines(matchId: string): Promise<string[]> {
      const rows = await tx.query<{ body: string }>(
        "select body from messages where match_id = $1 and kind = 'system' order by created_at",
        [matchId],
      );
      return rows.map(({ body }) => body);
    },
    /** What somebody reads with their own rights. */
    async readAs<T extends object>(reader: Person, sql: string, values: unknown[] = []) {
      await become(tx, "authenticated", personId(reader));
      const rows = await tx.query<T>(sql, values);
      await tx.query("select set_config('role', 'none', true)");
      return rows;
    },
  };
}
