import "server-only";
import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";
import { type CallRow, presentCall, readCallRow } from "@/lib/calls/call-view";
import type { CallPage } from "@/lib/calls/history/types";
import { Constants, type Database } from "@/lib/supabase/database.types";

const cursor = /^(\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d))_([0-9a-f]{8}(?:-[0-9a-f]{4,12}){4})$/;
const isCursor = (text: string) => {
  const [, at = "", id] = cursor.exec(text) ?? [];
  return !Number.isNaN(Date.parse(at)) && z.uuid().safeParse(id).success;
};

/** What a list of calls may be asked for. */
export const callListQuery = z
  .object({
    limit: z.coerce.number().int().min(1).max(100).default(30),
    before: z
      .string()
      .refine(isCursor, "is no cursor; use `next` of the page before")
      .optional()
      .describe("Where the page before ended: its `next`"),
    kind: z.enum(Constants.public.Enums.call_kind).optional(),
    status: z
      .enum(Constants.public.Enums.call_outcome)
      .optional()
      .describe("What the call was to you"),
    person: z.uuid().optional().describe("With this match: their profile id"),
    group: z
      .union([z.literal("any"), z.uuid()], "is a match id, or `any`")
      .optional()
      .describe("In this group: its match id; `any` for all groups"),
    q: z.string().trim().max(80).optional().describe("In the name, or the number that you dialled"),
  })
  .refine(({ person, group }) => !person || !group, {
    path: ["group"],
    message: "does not go together with `person`",
  });
export type WantedCalls = Partial<z.infer<typeof callListQuery>>;

/**
 * A page of a person's calls, newest first: also those with people whom they cannot reach any more,
 * who have no name then.
 *
 * @param client - the person's own
 * @returns the calls, and the cursor of the next page; null after the last
 * @throws PostgrestError when the database does not answer
 */
export async function listCalls(
  client: SupabaseClient<Database>,
  { limit = 30, before = "", kind, status, person, group, q }: WantedCalls = {},
): Promise<CallPage> {
  const [, startedAt, id] = cursor.exec(before) ?? [];
  const withId = person ?? (group === "any" ? undefined : group);
  const { data } = await client
    .rpc("list_calls", {
      p_limit: limit + 1,
      ...(startedAt && id && { p_before_at: startedAt, p_before_id: id }),
      ...(kind && { p_kind: kind }),
      ...(status && { p_outcome: status }),
      ...(group === "any" && { p_group: true }),
      ...(withId && { p_with_id: withId }),
      ...(q && { p_search: q }),
    })
    .throwOnError();
  const rows = data.slice(0, limit).map(readCallRow);
  return {
    calls: rows.map(presentCall),
    next: data.length > limit ? cursorOf(rows.at(-1)) : null,
  };
}

const cursorOf = (row: CallRow | undefined) => (row ? `${row.started_at}_${row.id}` : null);
