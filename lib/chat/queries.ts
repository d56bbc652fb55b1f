import type { SupabaseClient } from "@supabase/supabase-js";
import { decodeAll, decodeMatch, decodeMessage } from "@/lib/chat/decode";
import type { NewestPage } from "@/lib/chat/thread-state";
import type { MatchSummary, Message } from "@/lib/chat/types";
import type { Database } from "@/lib/supabase/database.types";

type Client = SupabaseClient<Database>;

const messageColumns =
  "id, match_id, sender_id, kind, body, media_seconds, waveform, deleted_at, created_at, call_id, call:calls(provider_sid, kind, status, caller_id, duration_seconds, end_reason:shown_end_reason), plays:voice_note_plays(profile_id), reactions:message_reactions(profile_id, emoji)";

/** Messages fetched at once: about two screens of a phone. */
const pageSize = 30;

/** The signed-in person's matches, latest activity first. @throws PostgrestError */
export async function listMatches(client: Client): Promise<MatchSummary[]> {
  const { data } = await client.rpc("list_matches").throwOnError();
  return decodeAll(data, decodeMatch);
}

/** Position of a message in the order of the thread. */
export type Cursor = Pick<Message, "id" | "createdAt">;

/**
 * A page of a thread, oldest first: the newest messages, or those just before a cursor.
 *
 * @throws PostgrestError
 */
export async function fetchPage(
  client: Client,
  { matchId, before }: { matchId: string; before?: Cursor | undefined },
): Promise<NewestPage> {
  let query = client
    .from("messages")
    .select(messageColumns)
    .eq("match_id", matchId)
    .order("created_at", { ascending: false })
    .order("id", { ascending: false })
    .limit(pageSize + 1);
  if (before) query = query.or(earlierThan(before));
  const { data } = await query.throwOnError();
  const rows = decodeAll(data, (row) => decodeMessage(row));
  return { messages: rows.slice(0, pageSize).reverse(), hasOlder: rows.length > pageSize };
}

/**
 * A stretch of a thread anew, in any order: from one message on to just before another.
 *
 * @throws PostgrestError
 */
export async function fetchBetween(
  client: Client,
  { matchId, from, before }: { matchId: string; from: Cursor; before: Cursor },
): Promise<Message[]> {
  const { data } = await client
    .from("messages")
    .select(messageColumns)
    .eq("match_id", matchId)
    .gte("created_at", from.createdAt)
    .or(earlierThan(before))
    .throwOnError();
  return decodeAll(data, (row) => decodeMessage(row));
}

function earlierThan({ id, createdAt }: Cursor): string {
  return `created_at.lt."${createdAt}",and(created_at.eq."${createdAt}",id.lt.${id})`;
}

/**
 * Writes a text message. The id makes it safe to repeat: the second time the database answers that
 * it has the message, which counts as sent.
 *
 * @returns the row, or null when it had been written before
 * @throws PostgrestError; code 42501 when the match is no longer open
 */
export async function insertMessage(
  client: Client,
  message: { id: string; matchId: string; senderId: string; body: string },
  signal: AbortSignal,
): Promise<Message | null> {
  const { data, error } = await client
    .from("messages")
    .insert({
      id: message.id,
      match_id: message.matchId,
      sender_id: message.senderId,
      body: message.body,
    })
    .select(messageColumns)
    .abortSignal(signal)
    .single();
  if (error?.code === "23505") return null;
  if (error) throw error;
  return decodeMessage(data);
}

/** Says how far the signed-in person has read. @throws PostgrestError */
export async function markRead(
  client: Client,
  { matchId, profileId, readAt }: { matchId: string; profileId: string; readAt: string },
): Promise<void> {
  await client
    .from("match_members")
    .update({ last_read_at: readAt })
    .eq("match_id", matchId)
    .eq("profile_id", profileId)
    .throwOnError();
}
