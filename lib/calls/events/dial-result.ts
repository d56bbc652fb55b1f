import "server-only";
import { z } from "zod";
import { afterEvent } from "@/lib/calls/after-event";
import { describeRecorded, recordCallEvent } from "@/lib/calls/record-event";
import { callSid, direction, type VoiceWebhook, wholeNumber } from "@/lib/calls/webhook-fields";

const outcome = z.object({
  CallSid: callSid,
  DialCallSid: callSid.optional(),
  DialCallStatus: z
    .enum(["answered", "completed", "busy", "no-answer", "failed", "canceled"])
    .transform((status) => (status === "answered" ? "completed" : status)),
  DialCallDuration: wholeNumber,
  Direction: direction,
  ErrorCode: wholeNumber,
});

/**
 * Records how a dial ended, as an event of the leg that was dialled: it closes the call even when
 * that leg's own callbacks are lost.
 * https://www.twilio.com/docs/voice/twiml/dial#attributes-action
 *
 * @returns what it did
 */
export async function recordDialResult(params: VoiceWebhook): Promise<string> {
  const parsed = outcome.safeParse(params);
  if (!parsed.success) return "Ignored: not the outcome of a dial.";
  const { CallSid, DialCallSid, ...harmless } = parsed.data;
  // Twilio names no leg when it could not even place one: then the caller's has failed.
  const legSid = DialCallSid ?? CallSid;

  const result = await recordCallEvent({
    providerSid: CallSid,
    legSid,
    event: "dial-result",
    status: harmless.DialCallStatus,
    idempotencyKey: `${legSid}:dial-result:${harmless.DialCallStatus}`,
    durationSeconds: harmless.DialCallDuration,
    errorCode: harmless.ErrorCode,
    payload: harmless,
  });
  afterEvent(result);
  return describeRecorded(result);
}
