import "server-only";
import { rowsOf } from "@/lib/account/rows-of";
import { ApiError } from "@/lib/api/errors";
import { adminClient } from "@/lib/supabase/admin";

/**
 * Everything that Duet keeps of a person, and of others no more than their names: what somebody else
 * wrote is theirs to export. Read past the policies, since a closed account sees no match any more;
 * every query names its owner.
 *
 * @throws ApiError `not_found` without a profile
 * @throws PostgrestError when the database does not answer
 */
export async function exportAccount(id: string) {
  const db = adminClient();
  const { data: profile } = await db
    .from("profiles")
    .select("*")
    .eq("id", id)
    .maybeSingle()
    .throwOnError();
  if (!profile) throw new ApiError("not_found", "There is no such account.");
  const [contact, discovery, notifications] = await Promise.all([
    db.from("private_profiles").select("*").eq("id", id).maybeSingle().throwOnError(),
    db.from("discovery_preferences").select("*").eq("profile_id", id).maybeSingle().throwOnError(),
    db
      .from("notification_preferences")
      .select("*")
      .eq("profile_id", id)
      .maybeSingle()
      .throwOnError(),
  ]);
  return {
    exportedAt: new Date().toISOString(),
    // Where discovery has them says nothing of them.
    profile: { ...profile, shuffle: undefined },
    contact: contact.data,
    preferences: { discovery: discovery.data, notifications: notifications.data },
    matches: await matchesOf(id),
    messages: await rowsOf((from, to) =>
      db
        .from("messages")
        .select(
          "id, match_id, kind, body, media_seconds, media_type, waveform, deleted_at, created_at",
        )
        .eq("sender_id", id)
        .neq("kind", "call")
        .order("created_at")
        .order("id")
        .range(from, to),
    ),
    // Kept for a time after they were taken back, for reports.
    deletedMessages: await rowsOf((from, to) =>
      db
        .from("deleted_messages")
        .select("message_id, body, deleted_at")
        .eq("sender_id", id)
        .order("message_id")
        .range(from, to),
    ),
    reactions: await rowsOf((from, to) =>
      db
        .from("message_reactions")
        .select("message_id, emoji, created_at")
        .eq("profile_id", id)
        .order("message_id")
        .range(from, to),
    ),
    calls: await callsOf(id),
    ...(await choicesOf(id)),
  };
}

async function matchesOf(id: string) {
  const db = adminClient();
  const mine = await rowsOf((from, to) =>
    db
      .from("match_members")
      .select(
        "match_id, joined_at, left_at, muted_until, last_read_at, call_permission, match:matches(kind, title, created_at, ended_at)",
      )
      .eq("profile_id", id)
      .order("match_id")
      .range(from, to),
  );
  const ids = mine.map(({ match_id }) => match_id);
  const others =
    ids.length === 0
      ? []
      : await rowsOf((from, to) =>
          db
            .from("match_members")
            .select("match_id, joined_at, person:profiles(display_name)")
            .in("match_id", ids)
            .neq("profile_id", id)
            .order("match_id")
            .order("profile_id")
            .range(from, to),
        );
  return mine.map((membership) => ({
    ...membership,
    with: others
      .filter(({ match_id }) => match_id === membership.match_id)
      // Who has come to a group since the person left it was never with them.
      .filter(({ joined_at }) => !membership.left_at || joined_at <= membership.left_at)
      .map(({ person }) => person.display_name),
  }));
}

/** Calls in which the person took part, with the recordings that there still are. */
function callsOf(id: string) {
  return rowsOf((from, to) =>
    adminClient()
      .from("call_participants")
      .select(
        `role, channel, status, joined_at, left_at, duration_seconds,
         call:calls(
           id, kind, match_id, status, started_at, answered_at, ended_at, duration_seconds,
           recordings(id, kind, status, duration_seconds, started_at, expires_at)
         )`,
      )
      .eq("profile_id", id)
      .order("id")
      .range(from, to),
  );
}

/** What else the person has decided, set up or been told. */
async function choicesOf(id: string) {
  const db = adminClient();
  const named = "person:profiles";
  return {
    likes: await rowsOf((from, to) =>
      db
        .from("likes")
        .select(`kind, created_at, ${named}!likes_liked_id_fkey(display_name)`)
        .eq("liker_id", id)
        .order("liked_id")
        .range(from, to),
    ),
    blocks: await rowsOf((from, to) =>
      db
        .from("blocks")
        .select(`created_at, ${named}!blocks_blocked_id_fkey(display_name)`)
        .eq("blocker_id", id)
        .order("blocked_id")
        .range(from, to),
    ),
    reports: await rowsOf((from, to) =>
      db
        .from("reports")
        .select(`reason, details, created_at, ${named}!reports_reported_id_fkey(display_name)`)
        .eq("reporter_id", id)
        .order("id")
        .range(from, to),
    ),
    warnings: await rowsOf((from, to) =>
      db
        .from("warnings")
        .select("words, created_at, read_at")
        .eq("profile_id", id)
        .order("id")
        .range(from, to),
    ),
    numbers: await rowsOf((from, to) =>
      db
        .from("phone_numbers")
        .select(
          `number, name, country, greeting, created_at, released_at,
           rules:forwarding_rules(condition, forward_to, ring_timeout, enabled)`,
        )
        .eq("owner_id", id)
        .order("id")
        .range(from, to),
    ),
    devices: await rowsOf((from, to) =>
      db
        .from("push_subscriptions")
        .select("device, created_at, last_ok_at")
        .eq("profile_id", id)
        .order("id")
        .range(from, to),
    ),
  };
}
