import "server-only";
import { afterEvent } from "@/lib/calls/after-event";
import { firstNameOf } from "@/lib/calls/first-name";
import { endQuietly, type PhoneAnswer, refuse, saySorry } from "@/lib/calls/phone/answer";
import { findPhoneCall, type PhoneCall } from "@/lib/calls/phone/phone-call";
import { ringTelephone } from "@/lib/calls/phone/ring";
import { recordCallEvent } from "@/lib/calls/record-event";

interface DialResult {
  /** CallSid of the caller's leg. */
  providerSid: string;
  dialCallStatus: string;
  /** Whether Twilio could place a leg at all. */
  isPlaced: boolean;
  /** What was dialled: `app`, `phone` or `external`. */
  step: string | null;
}

/**
 * What comes after a dial of a call between matches, or to a number outside: the telephone after
 * the app, else the end. Whether the two may still talk is asked anew.
 *
 * @throws PostgrestError when the database does not answer
 */
export async function nextPhoneStep(result: DialResult): Promise<PhoneAnswer> {
  const call = await findPhoneCall(result.providerSid);
  const further = call && furtherStep(result, call);
  if (further) return further;
  await recordHungUp(result.providerSid, result.isPlaced ? "completed" : "failed");
  return call ? lastWords(result, call) : endQuietly("Ended: no such call.");
}

function furtherStep({ providerSid, dialCallStatus, step }: DialResult, call: PhoneCall) {
  const unanswered = ["no-answer", "failed"].includes(dialCallStatus);
  if (step !== "app" || !unanswered || call.answered || !call.allowed) return null;
  return ringTelephone(providerSid, call);
}

function lastWords({ dialCallStatus, step }: DialResult, call: PhoneCall): PhoneAnswer {
  const isDone = call.answered || dialCallStatus === "canceled";
  if (isDone || (step === "app" && dialCallStatus === "completed")) return endQuietly("Ended.");
  if (!call.allowed) return refuse("they can no longer reach each other");
  if (step === "external") {
    return dialCallStatus === "busy"
      ? saySorry("The line is busy. Please try again later.", "Ended: busy.")
      : saySorry("Nobody answered.", "Ended: nobody answered.");
  }
  return saySorry(`${firstNameOf(call.callee_name)} did not answer.`, "Ended: nobody answered.");
}

/**
 * Records that the server ends a call, since nothing is left to be tried: its row does not wait for
 * the provider's own callback, which may be lost.
 *
 * @param providerSid - CallSid of the caller's leg
 * @param status - `failed` when nothing could be dialled
 * @throws PostgrestError when the database does not answer
 */
export async function recordHungUp(
  providerSid: string,
  status: "completed" | "failed" = "completed",
): Promise<void> {
  const recorded = await recordCallEvent({
    providerSid,
    legSid: providerSid,
    event: "hung-up",
    status,
    idempotencyKey: `${providerSid}:hung-up`,
    payload: {},
  });
  afterEvent(recorded);
}
