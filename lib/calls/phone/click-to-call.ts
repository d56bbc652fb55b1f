import "server-only";
import { z } from "zod";
import { ApiError } from "@/lib/api/errors";
import type { WantedCall } from "@/lib/calls/phone/call-request";
import { requireExternal } from "@/lib/calls/phone/external";
import { ownTelephone } from "@/lib/calls/phone/own-telephone";
import { placeCall } from "@/lib/calls/phone/place-call";
import { openRelay } from "@/lib/calls/phone/relay";
import { refusalError } from "@/lib/calls/refusal";
import { env } from "@/lib/env";
import { requireCallable } from "@/lib/phone/require-callable";
import { adminClient } from "@/lib/supabase/admin";

const e164 = z.string().regex(/^\+[1-9]\d{6,14}$/, "must be E.164, like +14155550100");

/** Whom to call: a match, or a number outside of Duet. */
export const clickToCallBody = z
  .object({
    matchId: z.uuid().optional(),
    to: z.string().max(40).optional().describe("A number with its country code"),
    from: e164.optional().describe("Which number of your own is shown to `to`"),
    record: z.boolean().default(false).describe("Ask the other side to agree to a recording"),
  })
  .refine(({ matchId, to }) => (matchId === undefined) !== (to === undefined), {
    path: ["to"],
    message: "name either a match or a number",
  })
  .refine(({ from, to }) => from === undefined || to !== undefined, {
    path: ["from"],
    message: "goes with `to` only: matches see a number that is lent for them",
  })
  .meta({ examples: [{ matchId: "c0a8a7d4-5b1e-4f39-8e26-6f1d2b7c9e03" }] });
type Wanted = z.infer<typeof clickToCallBody>;

/**
 * Calls a match, or a number outside of Duet, by way of the caller's own verified telephone.
 *
 * @param key - idempotency key
 * @returns CallSid of the caller's leg
 * @throws ApiError `not_configured`, `not_found`, `phone_calls_off`, `calls_off`, `consent_needed`, `external_calls_off`,
 *   `phone_needed`, what requireCallable and placeCall throw
 * @throws PostgrestError when the database does not answer
 */
export async function clickToCall(profileId: string, wanted: Wanted, key: string): Promise<string> {
  const { matchId, to, from, record } = wanted;
  if (matchId !== undefined) return callMatch(profileId, { matchId }, record, key);
  return callNumber(profileId, requireExternal(to ?? ""), from, record, key);
}

async function callMatch(
  profileId: string,
  target: { matchId: string },
  record: boolean,
  key: string,
): Promise<string> {
  const relay = await openRelay(target.matchId, profileId);
  if (!relay.youTakeCalls) {
    throw new ApiError("phone_calls_off", "Switch on phone calls in your settings first.");
  }
  if (!relay.theyTakeCalls) {
    throw new ApiError("phone_calls_off", "This person does not take phone calls.");
  }
  if (relay.refusal) throw refusalError(relay.refusal);
  const telephones = {
    to: requireOwn(relay.yourPhone),
    from: relay.number ?? relay.mainNumber,
  };
  return placeCall({ profileId, record, target }, telephones, key);
}

async function callNumber(
  profileId: string,
  dialled: string,
  from: string | undefined,
  record: boolean,
  key: string,
): Promise<string> {
  const own = requireOwn(await ownTelephone(profileId));
  if (own === dialled) {
    const fields = { to: "is your own phone" };
    throw new ApiError("invalid_request", "This is your own phone.", { fields });
  }
  const numberId = from === undefined ? undefined : await ownNumberId(profileId, from);
  const shown = from ?? env().telephony?.mainNumber ?? "";
  const target: WantedCall["target"] = { dialled, numberId };
  return placeCall({ profileId, record, target }, { to: own, from: shown }, key);
}

function requireOwn(phone: string | null): string {
  if (!phone) {
    throw new ApiError("phone_needed", "Sign in with your phone number to make phone calls.");
  }
  return requireCallable(phone, "phone").e164;
}

async function ownNumberId(profileId: string, number: string): Promise<string> {
  const { data } = await adminClient()
    .from("phone_numbers")
    .select("id")
    .eq("owner_id", profileId)
    .eq("number", number)
    .is("released_at", null)
    .maybeSingle()
    .throwOnError();
  if (!data) {
    const fields = { from: "is no number of yours" };
    throw new ApiError("not_found", "You have no such number.", { fields });
  }
  return data.id;
}
