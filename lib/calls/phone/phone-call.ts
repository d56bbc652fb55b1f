import "server-only";
import { z } from "zod";
import { poolNumbers } from "@/lib/calls/phone/pool";
import { callRefusal } from "@/lib/calls/refusal";
import { adminClient } from "@/lib/supabase/admin";

/** A telephone call, as the database tells of it. */
export const phoneCall = z.object({
  call_id: z.uuid(),
  match_id: z.uuid().nullable(),
  caller_id: z.uuid().nullable(),
  caller_name: z.string().nullable(),
  /** Null for a number outside of Duet. */
  callee_id: z.uuid().nullable(),
  callee_name: z.string().nullable(),
  /** The callee's own telephone, E.164: for TwiML to Twilio alone. */
  callee_phone: z.string().nullable(),
  /** The number of ours that telephones see, E.164; null for the main one. */
  number: z.string().nullable(),
  /** The number outside of Duet that is called, E.164. */
  dialled: z.string().nullable(),
  /** The caller wants it recorded. */
  record: z.boolean(),
  /** It is live, and may still be. */
  allowed: z.boolean(),
  answered: z.boolean(),
  /** The callee has browsers that can be pushed: told when the call begins. */
  alert: z.boolean().default(false),
});
export type PhoneCall = z.infer<typeof phoneCall>;

const decision = z.discriminatedUnion("outcome", [
  phoneCall.extend({ outcome: z.literal("dial") }),
  phoneCall.extend({ outcome: z.literal("busy") }),
  callRefusal,
  z.object({ outcome: z.literal("off") }),
  z.object({ outcome: z.literal("refused") }),
]);
/** `busy` is on record already; `off`: one of the two takes no phone calls; nothing but `dial` and `busy` is recorded. */
export type PhoneCallDecision = z.infer<typeof decision>;

/** How the caller takes part: in the app, or on their telephone. */
type Channel = "app" | "phone";

/**
 * Asks whether a person may call their match with a telephone at one end, and opens the call's row
 * if so. Asking again about the same call gives the same answer; so do the functions below.
 *
 * @throws PostgrestError when the database does not answer
 */
export async function beginPhoneCall(wanted: {
  providerSid: string;
  callerId: string;
  callerChannel: Channel;
  matchId: string;
  /** Whom the caller believes to call: refused when it is not who the match is with. */
  calleeId?: string | undefined;
}): Promise<PhoneCallDecision> {
  const { data } = await adminClient()
    .rpc("begin_phone_call", {
      p_provider_sid: wanted.providerSid,
      p_caller_id: wanted.callerId,
      p_caller_channel: wanted.callerChannel,
      p_match_id: wanted.matchId,
      p_callee_id: wanted.calleeId,
      p_pool: await poolNumbers(),
    })
    .throwOnError();
  return decision.parse(data);
}

/**
 * The same for a call from a telephone to a number of the pool: the two numbers name who calls whom.
 *
 * @returns or `owned`: the number called is a person's own
 */
export async function beginRelayCall(wanted: {
  providerSid: string;
  from: string;
  number: string;
}): Promise<PhoneCallDecision | { outcome: "owned" }> {
  const { data } = await adminClient()
    .rpc("begin_relay_call", {
      p_provider_sid: wanted.providerSid,
      p_from: wanted.from,
      p_number: wanted.number,
    })
    .throwOnError();
  return z.union([decision, z.object({ outcome: z.literal("owned") })]).parse(data);
}

/** The same for a call on the main line: telephone and extension name who calls whom. */
export async function beginExtensionCall(wanted: {
  providerSid: string;
  from: string;
  extension: number;
}): Promise<PhoneCallDecision> {
  const { data } = await adminClient()
    .rpc("begin_extension_call", {
      p_provider_sid: wanted.providerSid,
      p_from: wanted.from,
      p_extension: wanted.extension,
      p_pool: await poolNumbers(),
    })
    .throwOnError();
  return decision.parse(data);
}

/** The same for a number outside of Duet, which must be callable; `from` is a number of the caller's own. */
export async function beginExternalCall(wanted: {
  providerSid: string;
  callerId: string;
  callerChannel: Channel;
  dialled: string;
  from: string | undefined;
}): Promise<PhoneCallDecision> {
  const { data } = await adminClient()
    .rpc("begin_external_call", {
      p_provider_sid: wanted.providerSid,
      p_caller_id: wanted.callerId,
      p_caller_channel: wanted.callerChannel,
      p_dialled: wanted.dialled,
      p_from: wanted.from,
    })
    .throwOnError();
  return decision.parse(data);
}

/**
 * A telephone call as it stands.
 *
 * @param providerSid - CallSid of the caller's leg
 * @throws PostgrestError when the database does not answer
 */
export async function findPhoneCall(providerSid: string): Promise<PhoneCall | null> {
  const { data } = await adminClient()
    .rpc("find_phone_call", { p_provider_sid: providerSid })
    .throwOnError();
  return phoneCall.nullable().parse(data);
}
