import "server-only";
import { z } from "zod";
import { afterEvent } from "@/lib/calls/after-event";
import { endQuietly, type PhoneAnswer } from "@/lib/calls/phone/answer";
import { nextPhoneStep } from "@/lib/calls/phone/next-step";
import { nextOwnedStep } from "@/lib/calls/phone/owned-number";
import { isOwnedStep } from "@/lib/calls/phone/owned-steps";
import { nextReachStep } from "@/lib/calls/reach/next-step";
import { reachStep } from "@/lib/calls/reach/steps";
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
 * that leg's own callbacks are lost. Then decides what is tried next.
 * https://www.twilio.com/docs/voice/twiml/dial#attributes-action
 *
 * @param step - what was dialled, as the action's address says; null for a call between two browsers
 * @returns TwiML, and what it did
 */
export async function answerDialResult(
  params: VoiceWebhook,
  step: string | null,
): Promise<PhoneAnswer> {
  const parsed = outcome.safeParse(params);
  if (!parsed.success) return endQuietly("Ignored: not the outcome of a dial.");
  const { CallSid, DialCallSid, ...harmless } = parsed.data;
  // Twilio names no leg when it could not even place one: then the caller's has failed.
  const legSid = DialCallSid ?? (step === null ? CallSid : undefined);

  const did = legSid ? await record(CallSid, legSid, step, harmless) : "No leg was placed.";
  // Nothing is said to a browser's caller: their screen shows the state of the call.
  if (step === null) return endQuietly(did);
  if (step === reachStep) {
    const next = await nextReachStep(CallSid, harmless.DialCallStatus);
    return { twiml: next.twiml, did: `${did} ${next.did}` };
  }
  const result = {
    ...{ providerSid: CallSid, dialCallStatus: harmless.DialCallStatus, step },
    isPlaced: legSid !== undefined,
  };
  const next = await (isOwnedStep(step) ? nextOwnedStep(result) : nextPhoneStep(result));
  return { twiml: next.twiml, did: `${did} ${next.did}` };
}

type Harmless = Omit<z.infer<typeof outcome>, "CallSid" | "DialCallSid">;

async function record(
  providerSid: string,
  legSid: string,
  step: string | null,
  harmless: Harmless,
): Promise<string> {
  const result = await recordCallEvent({
    providerSid,
    legSid,
    event: "dial-result",
    status: harmless.DialCallStatus,
    idempotencyKey: `${legSid}:dial-result:${harmless.DialCallStatus}`,
    channel: step === null || step.endsWith("app") ? "app" : "phone",
    durationSeconds: harmless.DialCallDuration,
    errorCode: harmless.ErrorCode,
    payload: harmless,
  });
  afterEvent(result);
  return describeRecorded(result);
}
