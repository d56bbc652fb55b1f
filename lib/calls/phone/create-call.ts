import "server-only";
import twilio from "twilio";
import { ApiError } from "@/lib/api/errors";
import { log } from "@/lib/log";
import { adminClient } from "@/lib/supabase/admin";
import { reportsProgress, voiceCallbackUrl } from "@/lib/twilio/callback-url";
import { twilioClient } from "@/lib/twilio/client";
import { asApiError } from "@/lib/twilio/rest-errors";

interface NewCall {
  /** E.164 */
  to: string;
  /** A number of ours, E.164. */
  from: string;
  /** The id of the request, by which the picked up telephone finds its call. */
  requestId: string;
}

/**
 * Has Twilio ring a telephone. It is asked once: a request that failed on the way may have made a
 * call, which is looked for then. Only what Twilio turned away unread (429) is sent again.
 * https://www.twilio.com/docs/voice/api/call-resource#create-a-call-resource
 *
 * @returns CallSid
 * @throws ApiError what Twilio's refusal amounts to, or `unavailable` when it is not known
 *   to have called: a telephone that rings all the same is told goodbye
 */
export async function createCall({ to, from, requestId }: NewCall): Promise<string> {
  const askedAt = Date.now();
  try {
    const { sid } = await twilioClient().calls.create({
      to,
      from,
      url: voiceCallbackUrl("bridge", { request: requestId }),
      fallbackUrl: voiceCallbackUrl("fallback"),
      ...reportsProgress(),
      machineDetection: "Enable",
      timeout: 30,
    });
    return sid;
  } catch (error) {
    if (error instanceof ApiError) throw error;
    if (error instanceof twilio.RestException && error.status < 500) throw asApiError(error);
    const sid = await findCreated(to, from, askedAt);
    if (sid) return sid;
    throw new ApiError("unavailable", "The phone service is not answering. Please try again.", {
      cause: error,
      retryAfterSeconds: 5,
    });
  }
}

/** The call that was made although its answer got lost. Clocks may differ by a few seconds. */
async function findCreated(to: string, from: string, askedAt: number): Promise<string | null> {
  try {
    const calls = await twilioClient().calls.list({ to, from, limit: 5 });
    const recent = calls
      .filter(({ dateCreated }) => dateCreated.getTime() > askedAt - 5000)
      .map(({ sid }) => sid);
    const { data } = await adminClient()
      .from("call_requests")
      .select("call_sid")
      .in("call_sid", recent)
      .throwOnError();
    const ofOthers = new Set(data.map(({ call_sid }) => call_sid));
    return recent.find((sid) => !ofOthers.has(sid)) ?? null;
  } catch (error) {
    log.warn({ error }, "could not look for a call that may have been placed");
    return null;
  }
}
