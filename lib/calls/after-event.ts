import "server-only";
import { after } from "next/server";
import { ApiError } from "@/lib/api/errors";
import { textMissedCall } from "@/lib/calls/missed-call-text";
import { callBackIfAsked } from "@/lib/calls/phone/callback";
import type { RecordedEvent } from "@/lib/calls/record-event";
import { log } from "@/lib/log";
import { pushMissedCall, pushSettledCall } from "@/lib/push/after-call";
import { afterConsentChange } from "@/lib/recordings/sync";

/**
 * What an event sets off once Twilio has its answer: news of a missed call, or that it rings no
 * more; and while people are asked to be recorded, a look at whether all who are there have agreed.
 */
export function afterEvent({ missed, settled, call_id, status, recording }: RecordedEvent): void {
  if (missed && call_id) afterMissedCall(call_id);
  if (settled && call_id) pushSettledCall(call_id, missed);
  const isAsked = recording === "asked" || recording === "on";
  if (isAsked && call_id && status === "in-progress") afterConsentChange(call_id);
}

/** Texts and pushes the callee, if they want that, once Twilio has its answer. */
export function afterMissedCall(callId: string): void {
  pushMissedCall(callId);
  after(async () => {
    try {
      log.info({ callId, did: await textMissedCall(callId) }, "missed call");
    } catch (error) {
      log.warn({ callId, ...reasonOf(error) }, "missed call not texted");
    }
  });
}

/** Calls somebody back who has asked the main line for it, now that they have hung up. */
export function afterMainLineCall(providerSid: string): void {
  after(async () => {
    try {
      const did = await callBackIfAsked(providerSid);
      if (did) log.info({ did }, "main line");
    } catch (error) {
      log.warn(reasonOf(error), "not called back");
    }
  });
}

/** What Twilio refused is told by the code alone: its message may quote the number. */
function reasonOf(error: unknown): object {
  return error instanceof ApiError ? { reason: error.code } : { error };
}
