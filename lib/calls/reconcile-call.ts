import "server-only";
import type { CallInstance } from "twilio/lib/rest/api/v2010/account/call";
import { recordCallEvent } from "@/lib/calls/record-event";
import { callStatus } from "@/lib/calls/webhook-fields";
import { twilioClient } from "@/lib/twilio/client";
import { profileIdOfClient } from "@/lib/twilio/identity";
import { asApiError, isTwilioError } from "@/lib/twilio/rest-errors";

/** Twilio's error code for a resource that is not there. */
export const callNotFound = 20404;

/**
 * Records how the legs of a call ended, as Twilio's REST API tells it: for calls whose callbacks
 * were lost. A call that Twilio does not know is over too, at the latest now. Legs that are live are
 * left alone. Repeating it changes nothing.
 *
 * @param sid - CallSid of the caller's leg
 * @throws ApiError `provider_error` when Twilio does not answer
 * @throws PostgrestError when the database does not answer
 */
export async function reconcileEndedCall(sid: string): Promise<void> {
  const legs = await legsOf(sid);
  if (legs.length === 0) {
    const [event, status] = ["not-found", "completed"] as const;
    const idempotencyKey = `${sid}:reconcile:${event}`;
    const source = "reconcile";
    await recordCallEvent({
      ...{ providerSid: sid, legSid: sid, event, status, idempotencyKey, source },
      payload: {},
    });
  }
  for (const leg of legs) await recordEnd(sid, leg);
}

/** The dialled legs, then the caller's; none when Twilio does not know the call. */
async function legsOf(sid: string): Promise<CallInstance[]> {
  const { calls } = twilioClient();
  try {
    const [parent, children] = await Promise.all([
      calls(sid).fetch(),
      calls.list({ parentCallSid: sid, limit: 20 }),
    ]);
    return [...children, parent];
  } catch (error) {
    if (isTwilioError(error, callNotFound)) return [];
    throw asApiError(error);
  }
}

async function recordEnd(providerSid: string, leg: CallInstance): Promise<void> {
  const { data: status } = callStatus.safeParse(leg.status);
  if (!status || !leg.endTime) return;
  const isChild = leg.sid !== providerSid;
  const durationSeconds = Number(leg.duration ?? 0);
  const party = isChild ? leg.to : leg.from;
  await recordCallEvent({
    providerSid,
    legSid: leg.sid,
    event: "reconciled",
    status,
    idempotencyKey: `${leg.sid}:reconcile:${status}`,
    // Of a telephone the database knows whose it is: its number goes no further than this.
    profileId: profileIdOfClient(party) ?? undefined,
    channel: party.startsWith("client:") ? "app" : "phone",
    occurredAt: leg.endTime.toISOString(),
    durationSeconds,
    source: "reconcile",
    payload: { CallStatus: status, CallDuration: durationSeconds },
  });
}
