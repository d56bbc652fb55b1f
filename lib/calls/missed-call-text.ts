import "server-only";
import { consume } from "@/lib/api/rate-limit";
import { firstNameOf } from "@/lib/calls/first-name";
import { env } from "@/lib/env";
import { sendSms } from "@/lib/messaging/send-sms";
import { adminClient } from "@/lib/supabase/admin";

const missed = ["no-answer", "canceled", "busy", "failed"];
// A caller who tries again and again must not make the other's phone beep each time.
const limit = { name: "missed-call-text", max: 1, windowSeconds: 600 };

/**
 * Texts the people whom a call did not reach, if they opted in and have not muted the match. A
 * call that was declined is not missed. One text in ten minutes for a match.
 *
 * @param callId - of a call that has ended unanswered
 * @returns what it did
 * @throws ApiError as sendSms does, or `rate_limited`
 * @throws PostgrestError when the database does not answer
 */
export async function textMissedCall(callId: string): Promise<string> {
  const { data: call } = await adminClient()
    .from("calls")
    .select(
      "match_id, end_reason, caller:profiles!calls_caller_id_fkey(display_name), call_participants(profile_id, role, status)",
    )
    .eq("id", callId)
    .single()
    .throwOnError();
  if (!missed.includes(call.end_reason ?? "")) return `Not missed but ${call.end_reason}.`;

  const { match_id: matchId } = call;
  if (matchId === null) return "Not in a chat.";

  // In a group some may have declined, or have come when nobody was there any more.
  const knowing = call.end_reason === "busy" ? ["completed"] : ["completed", "busy"];
  const callees = call.call_participants.flatMap(({ role, profile_id, status }) =>
    role === "callee" && profile_id && !knowing.includes(status) ? [profile_id] : [],
  );
  const recipients = await recipientsAmong(callees, matchId);
  const body = missedCallBody(call.caller?.display_name, matchId);
  const texts = await Promise.allSettled(
    recipients.map(async ({ id, phone }) => {
      await consume(limit, `${matchId}:${id}`);
      await sendSms({ to: phone, body });
    }),
  );
  // Nobody goes without a text because another could not be sent theirs.
  const failed = texts.find((text) => text.status === "rejected");
  if (failed) throw failed.reason;
  return recipients.length > 0 ? "Texted the callee." : "The callee wants no text.";
}

async function recipientsAmong(callees: string[], matchId: string) {
  const db = adminClient();
  const [{ data: wanting }, { data: muted }] = await Promise.all([
    db
      .from("private_profiles")
      .select("id, phone")
      .in("id", callees)
      .eq("text_missed_calls", true)
      .throwOnError(),
    db
      .from("match_members")
      .select("profile_id")
      .eq("match_id", matchId)
      .in("profile_id", callees)
      .gt("muted_until", new Date().toISOString())
      .throwOnError(),
  ]);
  const quiet = new Set(muted.map(({ profile_id }) => profile_id));
  return wanting.flatMap(({ id, phone }) => (phone && !quiet.has(id) ? [{ id, phone }] : []));
}

/** The words of the text. */
export function missedCallBody(callerName: string | undefined, matchId: string): string {
  const caller = firstNameOf(callerName);
  return `Duet: you missed a call from ${caller}. Call back: ${env().publicUrl}/matches/${matchId}`;
}
