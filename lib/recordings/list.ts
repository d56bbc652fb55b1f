import "server-only";
import type { SupabaseClient } from "@supabase/supabase-js";
import { presentRecording, type RecordingView } from "@/lib/recordings/recording-view";
import { countUnheard } from "@/lib/recordings/unheard";
import type { Database } from "@/lib/supabase/database.types";

interface Wanted {
  profileId: string;
  kind?: RecordingView["kind"] | undefined;
  /** Only those of this call: the id of its row. */
  callId?: string | undefined;
  /** How many at most. */
  limit: number;
  /** Only those that began before, ISO 8601. */
  before?: string | undefined;
}

interface Page {
  recordings: RecordingView[];
  /** What to ask for as `before` to go on; null at the end. */
  next: string | null;
  /** Voicemails that were not played yet. */
  unheard: number;
}

const named = "id, display_name";
const columns = `
  provider_sid, kind, status, channels, duration_seconds, started_at, heard_at, expires_at,
  call:calls(
    provider_sid, caller:profiles!calls_caller_id_fkey(${named}),
    participants:call_participants(role, profile:profiles(${named}))
  ),
  transcripts(status, turns)
` as const;

/**
 * A person's recordings, newest first. Row level security decides which are theirs, and whose names
 * they see.
 *
 * @param supabase - the person's own client
 * @throws PostgrestError when the database does not answer
 */
export async function listRecordings(
  supabase: SupabaseClient<Database>,
  { profileId, kind, callId, limit, before }: Wanted,
): Promise<Page> {
  let query = supabase
    .from("recordings")
    .select(columns)
    .order("started_at", { ascending: false })
    .limit(limit + 1);
  if (kind) query = query.eq("kind", kind);
  if (callId) query = query.eq("call_id", callId);
  if (before) query = query.lt("started_at", before);
  const [{ data: rows }, unheard] = await Promise.all([
    query.throwOnError(),
    countUnheard(supabase),
  ]);
  const page = rows.slice(0, limit);
  return {
    recordings: page.map((row) => presentRecording(row, profileId)),
    next: rows.length > limit ? (page.at(-1)?.started_at ?? null) : null,
    unheard,
  };
}
