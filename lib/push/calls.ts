import "server-only";
import { z } from "zod";
import { firstNameOf } from "@/lib/calls/first-name";
import { env } from "@/lib/env";
import { lasting, type PushPayload, urgent } from "@/lib/push/payload";
import { sendPushes } from "@/lib/push/send";
import { awake, pushTarget } from "@/lib/push/targets";
import { adminClient } from "@/lib/supabase/admin";
import { Constants } from "@/lib/supabase/database.types";

const { call_end_reason, call_kind, match_kind } = Constants.public.Enums;

const alert = z.object({
  match_id: z.uuid().nullable(),
  match_kind: z.enum(match_kind).nullable(),
  kind: z.enum(call_kind).nullable(),
  end_reason: z.enum(call_end_reason).nullable(),
  caller_name: z.string().nullable(),
  targets: z.array(pushTarget),
});
type CallAlert = z.infer<typeof alert>;

/**
 * Tells those who are called, and want to know, that they are: before it is dialled, so that there
 * is time to open the app.
 *
 * @param callId - of a call whose row is open
 * @returns how many browsers were pushed
 * @throws PostgrestError when the database does not answer
 */
export async function notifyIncomingCall(callId: string): Promise<number> {
  const call = await claim(callId, "ringing");
  const caller = firstNameOf(call.caller_name, "Somebody");
  const payload = payloadOf(callId, call, {
    type: "call",
    title: call.match_kind === "group" ? `${caller} calls your group` : `${caller} is calling`,
    body: `${wordsOf(call)}. Tap to answer.`,
  });
  return sendPushes(awake(call.targets), () => payload, urgent);
}

/**
 * Tells those who missed a call, in place of the news that it rings.
 *
 * @param callId - of a call that has ended
 * @returns how many browsers were pushed
 * @throws PostgrestError when the database does not answer
 */
export async function notifyMissedCall(callId: string): Promise<number> {
  const call = await claim(callId, "missed");
  const caller = firstNameOf(call.caller_name, "somebody");
  const payload = payloadOf(callId, call, {
    type: "missed",
    title: `Missed call from ${caller}`,
    body: `${wordsOf(call)}. Tap to call back.`,
  });
  return sendPushes(awake(call.targets), () => payload, lasting);
}

/**
 * Takes the news back that it rings: answered on another device, or declined there.
 *
 * @param callId - of a call of which people were notified
 * @param unlessMissed - a call that was not declined has been told of as missed
 * @returns how many browsers were pushed
 * @throws PostgrestError when the database does not answer
 */
export async function notifyCallOver(callId: string, unlessMissed: boolean): Promise<number> {
  const call = await claim(callId, "over");
  if (unlessMissed && call.end_reason !== "declined") return 0;
  const payload = payloadOf(callId, call, {
    type: "over",
    title: "The call rings no more",
    body: "It was taken or declined on another device.",
  });
  return sendPushes(awake(call.targets), () => payload, urgent);
}

async function claim(callId: string, stage: "ringing" | "missed" | "over"): Promise<CallAlert> {
  if (!env().push) return nobody;
  const { data } = await adminClient()
    .rpc("claim_call_alert", { p_call_id: callId, p_stage: stage })
    .throwOnError();
  return alert.parse(data);
}

const nobody: CallAlert = {
  match_id: null,
  match_kind: null,
  kind: null,
  end_reason: null,
  caller_name: null,
  targets: [],
};

function payloadOf(
  callId: string,
  { match_id: matchId }: CallAlert,
  words: Pick<PushPayload, "type" | "title" | "body">,
): PushPayload {
  return {
    ...words,
    // A second try replaces the first: one line for each match says enough.
    tag: `call:${matchId ?? callId}`,
    path: matchId ? `/matches/${matchId}` : "/calls",
    at: Date.now(),
  };
}

function wordsOf({ kind }: CallAlert): string {
  if (kind === "video") return "Video call";
  return kind === "phone" ? "Phone call" : "Voice call";
}
