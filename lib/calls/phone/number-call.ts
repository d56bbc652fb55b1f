import "server-only";
import { z } from "zod";
import { type PhoneAnswer, refuse } from "@/lib/calls/phone/answer";
import { callerNumber } from "@/lib/calls/phone/caller-number";
import { answerMenu } from "@/lib/calls/phone/menu";
import { answerOwnedNumber } from "@/lib/calls/phone/owned-number";
import { beginRelayCall } from "@/lib/calls/phone/phone-call";
import { ringCounted } from "@/lib/calls/phone/ring-counted";
import { callSid, type VoiceWebhook } from "@/lib/calls/webhook-fields";
import { env } from "@/lib/env";

const received = z.object({ CallSid: callSid, To: z.string().regex(/^\+[1-9]\d{6,14}$/) });

/**
 * Decides on a call from a telephone to a number of ours: the main line, a person's own number, or
 * one of the pool, where who calls and the number called name a relay.
 *
 * @returns TwiML, and what it did
 */
export async function answerNumberCall(params: VoiceWebhook): Promise<PhoneAnswer> {
  const parsed = received.safeParse(params);
  if (!parsed.success) return refuse("malformed");
  const { CallSid: providerSid, To: number } = parsed.data;
  if (number === env().telephony?.mainNumber) return answerMenu(params, {});

  const from = callerNumber(params);
  // Somebody's own number takes calls of anybody; it knows none by what is withheld or forged.
  const call = await beginRelayCall({ providerSid, from: from ?? "", number });
  if (call.outcome === "owned") return answerOwnedNumber({ providerSid, from: from ?? "", number });
  return ringCounted(providerSid, call);
}
