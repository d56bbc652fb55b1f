import "server-only";
import { z } from "zod";
import { afterEvent, afterMainLineCall } from "@/lib/calls/after-event";
import { describeRecorded, recordCallEvent } from "@/lib/calls/record-event";
import {
  callSid,
  callStatus,
  direction,
  rfc2822,
  type VoiceWebhook,
  wholeNumber,
} from "@/lib/calls/webhook-fields";
import { profileIdOfClient } from "@/lib/twilio/identity";

const progress = z.object({
  CallSid: callSid,
  ParentCallSid: callSid.optional(),
  CallStatus: callStatus,
  Direction: direction,
  SequenceNumber: wholeNumber,
  Timestamp: rfc2822,
  CallDuration: wholeNumber,
  ErrorCode: wholeNumber,
  SipResponseCode: wholeNumber,
  From: z.string().default(""),
  To: z.string().default(""),
});

/** The name under which Twilio announces a status: every final one comes as `completed`. */
function eventOf(status: z.infer<typeof callStatus>): string {
  if (status === "in-progress") return "answered";
  return ["queued", "initiated", "ringing"].includes(status) ? status : "completed";
}

/**
 * Records a status callback about the caller's leg (no ParentCallSid) or a dialled one.
 * https://www.twilio.com/docs/voice/api/call-resource#statuscallback
 *
 * @returns what it did
 */
export async function recordStatus(params: VoiceWebhook): Promise<string> {
  const parsed = progress.safeParse(params);
  if (!parsed.success) return "Ignored: not an event that is known here.";
  const { CallSid, ParentCallSid, From, To, Timestamp, ...harmless } = parsed.data;
  const { CallStatus: status, SequenceNumber: sequenceNumber } = harmless;

  // Who is at a leg's end, and by what: of a dialled leg To says it, of the caller's From.
  const party = ParentCallSid ? To : From;
  const result = await recordCallEvent({
    providerSid: ParentCallSid ?? CallSid,
    legSid: CallSid,
    event: eventOf(status),
    status,
    // Twilio numbers the events of each leg; the status tells apart legs whose numbers are missing.
    idempotencyKey: `${CallSid}:${sequenceNumber ?? ""}:${status}`,
    sequenceNumber,
    profileId: profileIdOfClient(party) ?? undefined,
    channel: party.startsWith("client:") ? "app" : "phone",
    occurredAt: Timestamp,
    durationSeconds: harmless.CallDuration,
    errorCode: harmless.ErrorCode,
    payload: harmless,
  });
  afterEvent(result);
  // A call on the main line that has reached nobody has no row.
  if (result.outcome === "unknown-call" && !ParentCallSid && status === "completed") {
    afterMainLineCall(CallSid);
  }
  return describeRecorded(result);
}
