import "server-only";
import { z } from "zod";
import { ApiError } from "@/lib/api/errors";
import { afterMissedCall } from "@/lib/calls/after-event";
import { firstNameOf } from "@/lib/calls/first-name";
import {
  type PhoneAnswer,
  refuse,
  saySorry,
  tellBusy,
  tellRefusal,
} from "@/lib/calls/phone/answer";
import { requireExternal } from "@/lib/calls/phone/external";
import { countPhoneCall } from "@/lib/calls/phone/limits";
import { recordHungUp } from "@/lib/calls/phone/next-step";
import { beginExternalCall, beginPhoneCall } from "@/lib/calls/phone/phone-call";
import { ringCallee, ringTelephone } from "@/lib/calls/phone/ring";
import { callSid, type VoiceWebhook } from "@/lib/calls/webhook-fields";
import { profileIdOf } from "@/lib/twilio/identity";

const toMatch = z.object({
  CallSid: callSid,
  To: z
    .string()
    .transform((text) => profileIdOf(text.replace(/^client:/, "")))
    .pipe(z.uuid()),
  matchId: z.uuid(),
});
const toNumber = z.object({
  CallSid: callSid,
  To: z.string().regex(/^\+\d{7,15}$/),
  from: z.string().max(20).optional(),
});

/** Whether a browser asks for a telephone. */
export function wantsTelephone({ To, via }: VoiceWebhook): boolean {
  return via === "phone" || (To?.startsWith("+") ?? false);
}

/**
 * Decides on a call from a browser to a match's telephone, or to a number that was dialled. The
 * browser's word counts for nothing but whom it wants.
 *
 * @param callerId - from the browser's access token
 * @returns TwiML, and what it did
 */
export async function answerBrowserCall(
  callerId: string,
  params: VoiceWebhook,
): Promise<PhoneAnswer> {
  try {
    if (params.via !== "phone") return await callNumber(callerId, toNumber.safeParse(params));
    return await callMatch(callerId, toMatch.safeParse(params));
  } catch (error) {
    if (!(error instanceof ApiError) || error.status >= 500) throw error;
    return saySorry(error.message, `Refused: ${error.code}.`);
  }
}

async function callMatch(
  callerId: string,
  parsed: z.ZodSafeParseResult<z.infer<typeof toMatch>>,
): Promise<PhoneAnswer> {
  if (!parsed.success) return refuse("malformed");
  const { CallSid: providerSid, To: calleeId, matchId } = parsed.data;
  await countPhoneCall(callerId);
  const wanted = { providerSid, callerId, matchId, calleeId };
  const call = await beginPhoneCall({ ...wanted, callerChannel: "app" });
  switch (call.outcome) {
    case "refused":
      return refuse("they cannot reach each other");
    case "off":
      return refuse("one of them takes no phone calls");
    case "not_allowed":
    case "needs_consent":
      return tellRefusal(call, "app");
    case "busy":
      afterMissedCall(call.call_id);
      return tellBusy(firstNameOf(call.callee_name), "app");
    case "dial":
      return ringTelephone(providerSid, call) ?? giveUp(providerSid);
  }
}

async function giveUp(providerSid: string): Promise<PhoneAnswer> {
  await recordHungUp(providerSid);
  return refuse("they have no telephone that may be called");
}

async function callNumber(
  callerId: string,
  parsed: z.ZodSafeParseResult<z.infer<typeof toNumber>>,
): Promise<PhoneAnswer> {
  if (!parsed.success) return refuse("malformed");
  const { CallSid: providerSid, To, from } = parsed.data;
  const dialled = requireExternal(To);
  await countPhoneCall(callerId);
  const wanted = { providerSid, callerId, dialled, from };
  const call = await beginExternalCall({ ...wanted, callerChannel: "app" });
  return call.outcome === "dial"
    ? ringCallee(providerSid, call)
    : refuse("not from a number of theirs");
}
