import "server-only";
import { ApiError } from "@/lib/api/errors";
import { afterMissedCall } from "@/lib/calls/after-event";
import { firstNameOf } from "@/lib/calls/first-name";
import { type PhoneAnswer, refuse, tellBusy, tellRefusal } from "@/lib/calls/phone/answer";
import { dialApp, dialTelephone } from "@/lib/calls/phone/dial";
import type { PhoneCall, PhoneCallDecision } from "@/lib/calls/phone/phone-call";
import { env } from "@/lib/env";
import { isCallable } from "@/lib/phone/require-callable";
import { pushRingingCall } from "@/lib/push/after-call";
import { identityOf } from "@/lib/twilio/identity";

/** The number of ours that telephones see. */
function callerIdOf({ number }: Pick<PhoneCall, "number">): string {
  const callerId = number ?? env().telephony?.mainNumber;
  if (!callerId) throw new ApiError("not_configured", "Phone calls are not set up here.");
  return callerId;
}

/** Acts on a decision about a call that a telephone has begun: the app rings first. */
export function ringOrExplain(
  providerSid: string,
  decision: PhoneCallDecision,
  say?: string,
): PhoneAnswer {
  switch (decision.outcome) {
    case "refused":
      return refuse("they cannot reach each other");
    case "off":
      return refuse("one of them takes no phone calls");
    case "not_allowed":
    case "needs_consent":
      return tellRefusal(decision, "phone");
    case "busy":
      afterMissedCall(decision.call_id);
      return tellBusy(firstNameOf(decision.callee_name), "phone");
    case "dial":
      return ringCallee(providerSid, decision, say);
  }
}

/** Rings the other side for the first time: a match's app, or the number that was dialled. */
export function ringCallee(providerSid: string, call: PhoneCall, say?: string): PhoneAnswer {
  if (call.dialled !== null) return ringDialled(providerSid, call, call.dialled, say);
  if (call.callee_id === null || call.match_id === null) return refuse("nobody to call");
  if (call.alert) pushRingingCall(call.call_id);
  return {
    twiml: dialApp({
      callee: identityOf(call.callee_id),
      callerId: callerIdOf(call),
      step: "app",
      say,
      parameters: {
        matchId: call.match_id,
        callerName: call.caller_name ?? "",
        ...(call.caller_id && { callerId: call.caller_id }),
        via: "phone",
      },
    }),
    did: "Dialled the callee's app.",
  };
}

/** Rings the callee's own telephone; null when there is none that may be called. */
export function ringTelephone(providerSid: string, call: PhoneCall): PhoneAnswer | null {
  if (call.callee_phone === null || !isCallable(call.callee_phone)) return null;
  return {
    twiml: dialTelephone({
      number: call.callee_phone,
      callerId: callerIdOf(call),
      step: "phone",
      askFor: providerSid,
    }),
    did: "Dialled the callee's telephone.",
  };
}

/** Rings a number outside of Duet. Who is asked for their consent must be asked before. */
function ringDialled(
  providerSid: string,
  call: PhoneCall,
  number: string,
  say?: string,
): PhoneAnswer {
  return {
    twiml: dialTelephone({
      number,
      callerId: callerIdOf(call),
      step: "external",
      timeout: 40,
      say,
      askFor: call.record ? providerSid : undefined,
    }),
    did: "Dialled a number outside of Duet.",
  };
}
