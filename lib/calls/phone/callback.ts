import "server-only";
import { consume } from "@/lib/api/rate-limit";
import { ownTelephone } from "@/lib/calls/phone/own-telephone";
import { recordCallEvent } from "@/lib/calls/record-event";
import { env } from "@/lib/env";
import { requireCallable } from "@/lib/phone/require-callable";
import { adminClient } from "@/lib/supabase/admin";
import { voiceCallbackUrl } from "@/lib/twilio/callback-url";
import { twilioClient } from "@/lib/twilio/client";
import { asApiError } from "@/lib/twilio/rest-errors";

const limit = { name: "phone-callback", max: 3, windowSeconds: 3600 };
const event = "callback-asked";

/**
 * Notes that whoever is on the main line wants to be called back once they have hung up: 3 times an
 * hour.
 *
 * @param providerSid - CallSid of their call, which is no call between people and has no row
 * @throws ApiError `rate_limited`
 * @throws PostgrestError when the database does not answer
 */
export async function askCallback(profileId: string, providerSid: string): Promise<void> {
  await consume(limit, profileId);
  await recordCallEvent({
    ...{ providerSid, legSid: providerSid, event, status: "in-progress" },
    idempotencyKey: `${providerSid}:${event}`,
    payload: { profileId },
  });
}

/**
 * Calls a person back on their verified telephone, with the menu of the main line, if they asked
 * for it in the call that is now over.
 *
 * @param providerSid - CallSid of that call
 * @returns what it did, if anything
 * @throws ApiError as requireCallable does, or what Twilio's refusal amounts to
 * @throws PostgrestError when the database does not answer
 */
export async function callBackIfAsked(providerSid: string): Promise<string | null> {
  const { data: asked } = await adminClient()
    .from("call_events")
    .select("payload->>profileId")
    .eq("idempotency_key", `${providerSid}:${event}`)
    .maybeSingle()
    .throwOnError();
  const { telephony } = env();
  if (!asked?.profileId || !telephony) return null;
  const phone = await ownTelephone(asked.profileId);
  if (!phone) return "Not called back: they have no telephone any more.";
  const { e164: to } = requireCallable(phone);
  try {
    await twilioClient().calls.create({
      ...{ to, from: telephony.mainNumber, url: voiceCallbackUrl("menu") },
      fallbackUrl: voiceCallbackUrl("fallback"),
      // From here, too, people call a match, or ask to be called back.
      statusCallback: voiceCallbackUrl("status"),
      statusCallbackEvent: ["completed"],
      machineDetection: "Enable",
      timeout: 30,
    });
  } catch (error) {
    throw asApiError(error);
  }
  return "Called back.";
}
