import "server-only";
import { hangUpCall } from "@/lib/calls/end-call";
import { log } from "@/lib/log";
import { noSuchNumber } from "@/lib/numbers/find-number";
import { asNumberError } from "@/lib/numbers/number-errors";
import { adminClient } from "@/lib/supabase/admin";
import { twilioClient } from "@/lib/twilio/client";
import { isTwilioError, resourceNotFound } from "@/lib/twilio/rest-errors";

/**
 * Gives a person's number back to Twilio. Its rules go with it, its live calls end, and the calls
 * it had stay in the history.
 *
 * @throws ApiError `not_found` (also when it is released already), or what Twilio's refusal amounts
 *   to: nothing has changed then
 * @throws PostgrestError when the database does not answer; asking again finishes it
 */
export async function releaseNumber(id: string, ownerId: string): Promise<void> {
  const db = adminClient();
  const { data: number } = await db
    .from("phone_numbers")
    .select("provider_sid")
    .match({ id, owner_id: ownerId })
    .is("released_at", null)
    .maybeSingle()
    .throwOnError();
  if (!number?.provider_sid) throw noSuchNumber();
  await removeAtTwilio(number.provider_sid);

  const { data: live } = await db
    .rpc("release_number", { p_owner_id: ownerId, p_number_id: id })
    .throwOnError();
  for (const result of await Promise.allSettled(live.map(hangUpCall))) {
    if (result.status === "rejected") {
      log.warn({ error: result.reason }, "call to a released number not ended");
    }
  }
}

async function removeAtTwilio(sid: string): Promise<void> {
  try {
    await twilioClient().incomingPhoneNumbers(sid).remove();
  } catch (error) {
    // An earlier attempt got this far.
    if (!isTwilioError(error, resourceNotFound)) throw asNumberError(error);
  }
}
