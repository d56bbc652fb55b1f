import type { SupabaseClient } from "@supabase/supabase-js";
import type { RecentCall, RecentPage } from "@/lib/calls/recent/types";
import type { NamedPerson } from "@/lib/chat/types";
import type { Database } from "@/lib/supabase/database.types";

type Client = SupabaseClient<Database>;

const columns = `
  id, kind, status, started_at, match_id, caller_id, duration_seconds, end_reason:shown_end_reason,
  match:matches(kind, title),
  legs:call_participants(profile:profiles(id, display_name)),
  dialled:dialled_numbers(number)
` as const;

/** Calls fetched at once: about two screens of a phone. */
const pageSize = 25;

/** Position in the list. */
export type RecentCursor = Pick<RecentCall, "id" | "startedAt">;

/**
 * The calls of the signed-in person, of every kind, newest first.
 *
 * @param me - their profile id
 * @param before - the call after which the page begins
 * @throws PostgrestError
 */
export async function fetchRecentCalls(
  client: Client,
  { me, before }: { me: string; before?: RecentCursor | undefined },
): Promise<RecentPage> {
  let query = client
    .from("calls")
    .select(columns)
    .order("started_at", { ascending: false })
    .order("id", { ascending: false })
    .limit(pageSize + 1);
  if (before) {
    const { startedAt, id } = before;
    query = query.or(`started_at.lt."${startedAt}",and(started_at.eq."${startedAt}",id.lt.${id})`);
  }
  const { data } = await query.throwOnError();
  const calls = data.map(
    (row): RecentCall => ({
      id: row.id,
      kind: row.kind,
      status: row.status,
      startedAt: row.started_at,
      matchId: row.match_id,
      callerId: row.caller_id,
      durationSeconds: row.duration_seconds,
      endReason: row.end_reason,
      isGroup: row.match?.kind === "group",
      title: row.match?.title ?? null,
      people: others(row.legs, me),
      dialled: row.dialled?.number ?? null,
    }),
  );
  return { calls: calls.slice(0, pageSize), hasOlder: calls.length > pageSize };
}

/** Each person once: in a room somebody has a leg for each time they came. */
function others(
  legs: readonly { profile: { id: string; display_name: string } | null }[],
  me: string,
): NamedPerson[] {
  const people = new Map<string, NamedPerson>();
  for (const { profile } of legs) {
    if (profile && profile.id !== me) {
      people.set(profile.id, { id: profile.id, name: profile.display_name });
    }
  }
  return [...people.values()];
}
