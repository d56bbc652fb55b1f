import "server-only";
import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";
import { callColumns } from "@/lib/calls/find-call";
import { Constants, type Database } from "@/lib/supabase/database.types";

const cursor = /^(\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d))_([0-9a-f-]{36})$/;

/** What a list of calls may be asked for. */
export const callListQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(30),
  before: z
    .string()
    .regex(cursor, "is no cursor; use `next` of the page before")
    .optional()
    .describe("Where the page before ended: its `next`"),
  kind: z.enum(Constants.public.Enums.call_kind).optional(),
});
type Wanted = z.infer<typeof callListQuery>;

/**
 * A page of the calls that a person can see, newest first.
 *
 * @param client - the person's own, so that policies decide
 * @returns the calls, and the cursor of the next page; null after the last
 * @throws PostgrestError when the database does not answer
 */
export async function listCalls(client: SupabaseClient<Database>, { limit, before, kind }: Wanted) {
  let query = client
    .from("calls")
    .select(callColumns)
    .order("started_at", { ascending: false })
    .order("id", { ascending: false })
    .limit(limit + 1);
  if (kind) query = query.eq("kind", kind);
  const [, startedAt, id] = cursor.exec(before ?? "") ?? [];
  if (startedAt && id) {
    query = query.or(`started_at.lt."${startedAt}",and(started_at.eq."${startedAt}",id.lt.${id})`);
  }
  const { data } = await query.throwOnError();
  const calls = data.slice(0, limit);
  const last = calls.at(-1);
  return {
    calls,
    next: last && data.length > limit ? `${last.started_at}_${last.id}` : null,
  };
}
