import type { Database } from "@/lib/supabase/database.types";

type Enums = Database["public"]["Enums"];

/** Where a call on this person's own telephone stands. */
type PhonePhase = "your-phone" | "their-phone" | "connected" | "ended";

/** A call that this person has on their telephone, as the page shows it. */
export interface PhoneCall {
  id: string;
  /** CallSid of the caller's leg. */
  sid: string;
  matchId: string | null;
  phase: PhonePhase;
  /** Whether this person is the one who calls. */
  isMine: boolean;
  /** Null for somebody outside of Duet. */
  other: { id: string; name: string } | null;
  /** What this person dialled outside of Duet. */
  dialled: string | null;
  /** Whether this person picked up. */
  joined: boolean;
  /** Timestamps of the database. */
  answeredAt: string | null;
  endedAt: string | null;
  endReason: Enums["call_end_reason"] | null;
}

/** A row of `calls` of kind phone with its legs. */
export interface PhoneCallRow {
  id: string;
  provider_sid: string;
  match_id: string | null;
  caller_id: string | null;
  status: Enums["call_status"];
  answered_at: string | null;
  ended_at: string | null;
  end_reason: Enums["call_end_reason"] | null;
  legs: readonly PhoneLeg[];
  dialled: { number: string } | null;
}

interface PhoneLeg {
  profile_id: string | null;
  role: Enums["call_role"];
  channel: Enums["leg_channel"];
  status: Enums["call_status"];
  joined_at: string | null;
  profile: { id: string; display_name: string } | null;
}

const live: readonly Enums["call_status"][] = ["queued", "initiated", "ringing", "in-progress"];

/**
 * What the page shows of a telephone call.
 *
 * @param me - profile id of the signed-in person
 * @returns null when it does not concern this person's telephone: they talk in a browser, or the
 * other side took the call before theirs rang
 */
export function phoneCallOf(row: PhoneCallRow, me: string): PhoneCall | null {
  const isMine = row.caller_id === me;
  const own = row.legs.filter(
    ({ profile_id, channel }) => profile_id === me && channel === "phone",
  );
  const leg = own.find(({ status }) => live.includes(status)) ?? own[0];
  const isOver = !live.includes(row.status);
  const joined = own.some(({ joined_at }) => joined_at !== null);
  if (!leg || leg.role !== (isMine ? "caller" : "callee")) return null;
  // Somebody's telephone that rang in vain is told of by the missed call.
  if (!isMine && !joined && (isOver || !live.includes(leg.status))) return null;
  const other = row.legs.find(({ profile }) => profile && profile.id !== me)?.profile ?? null;
  return {
    id: row.id,
    sid: row.provider_sid,
    matchId: row.match_id,
    phase: isOver ? "ended" : phaseOf(row.status, isMine, joined),
    isMine,
    other: other && { id: other.id, name: other.display_name },
    dialled: row.dialled?.number ?? null,
    joined,
    answeredAt: row.answered_at,
    endedAt: row.ended_at,
    endReason: row.end_reason,
  };
}

function phaseOf(status: Enums["call_status"], isMine: boolean, joined: boolean): PhonePhase {
  if (!isMine) return joined ? "connected" : "your-phone";
  if (status === "in-progress") return "connected";
  return status === "ringing" || joined ? "their-phone" : "your-phone";
}
