import "server-only";
import type { CallInstance } from "twilio/lib/rest/api/v2010/account/call";
import { type CallEvent, type RecordedEvent, recordCallEvent } from "@/lib/calls/record-event";
import { callStatus } from "@/lib/calls/webhook-fields";
import { twilioClient } from "@/lib/twilio/client";
import { profileIdOfClient } from "@/lib/twilio/identity";
import { asApiError, isTwilioError, resourceNotFound } from "@/lib/twilio/rest-errors";

/** By the status, since Twilio tells no end of calls that were not answered. */
const goesOn: readonly string[] = ["queued", "initiated", "ringing", "in-progress"];

/** What a look at the provider found, and what the database made of it. */
export interface Look {
  /** Whether anything of it goes on at the provider. */
  isLive: boolean;
  recorded: RecordedEvent[];
}

/**
 * Records where each leg of a call stands, as Twilio's REST API tells it: for calls whose callbacks
 * were lost. A call that Twilio does not know is over too, at the latest now. Repeating it changes
 * nothing.
 *
 * @param sid - CallSid of the caller's leg
 * @throws ApiError `provider_error`, `unavailable` when Twilio does not answer
 * @throws PostgrestError when the database does not answer
 */
export async function reconcileCall(sid: string): Promise<Look> {
  const legs = await legsOf(sid);
  const events = legs.length === 0 ? [notFound(sid)] : legs.flatMap((leg) => eventsOf(sid, leg));
  const recorded: RecordedEvent[] = [];
  // The dialled legs come first: how they ended says more than how the caller's did.
  for (const event of events) recorded.push(await recordCallEvent(event));
  return { isLive: legs.some(({ status }) => goesOn.includes(status)), recorded };
}

/** The dialled legs, then the caller's; none when Twilio does not know the call. */
async function legsOf(sid: string): Promise<CallInstance[]> {
  const { calls } = twilioClient();
  try {
    const [parent, children] = await Promise.all([
      calls(sid).fetch(),
      calls.list({ parentCallSid: sid, limit: 100 }),
    ]);
    return [...children, parent];
  } catch (error) {
    if (isTwilioError(error, resourceNotFound)) return [];
    throw asApiError(error);
  }
}

function notFound(sid: string): CallEvent {
  return {
    providerSid: sid,
    legSid: sid,
    event: "not-found",
    status: "completed",
    idempotencyKey: `${sid}:reconcile:not-found`,
    source: "reconcile",
    payload: {},
  };
}

function eventsOf(providerSid: string, leg: CallInstance): CallEvent[] {
  const { data: status } = callStatus.safeParse(leg.status);
  if (!status) return [];
  const durationSeconds = Number(leg.duration ?? 0);
  const isChild = leg.sid !== providerSid;
  const party = isChild ? leg.to : leg.from;
  const event = (heard: CallEvent["status"], at: Date): CallEvent => ({
    providerSid,
    legSid: leg.sid,
    event: "reconciled",
    status: heard,
    idempotencyKey: `${leg.sid}:reconcile:${heard}`,
    // Of a telephone the database knows whose it is: its number goes no further than this.
    profileId: profileIdOfClient(party) ?? undefined,
    channel: party.startsWith("client:") ? "app" : "phone",
    occurredAt: at.toISOString(),
    source: "reconcile",
    payload: { CallStatus: heard, CallDuration: durationSeconds },
    ...(leg.endTime && { durationSeconds }),
  });
  const now = event(status, leg.endTime ?? leg.startTime ?? leg.dateCreated);
  if (!isChild || status !== "completed") return [now];
  // When somebody began to talk: nothing else says so, or that a talk of under a second was one.
  return [event("in-progress", answeredAt(leg, durationSeconds)), now];
}

/** The later of what Twilio calls the start and what the duration says: all in whole seconds. */
function answeredAt({ startTime, endTime }: CallInstance, durationSeconds: number): Date {
  const counted = endTime.getTime() - durationSeconds * 1000;
  return new Date(Math.max(counted, startTime?.getTime() ?? counted));
}
