import "server-only";
import { z } from "zod";
import { afterMissedCall } from "@/lib/calls/after-event";
import { beginCall } from "@/lib/calls/begin-call";
import type { PhoneAnswer } from "@/lib/calls/phone/answer";
import { answerBrowserCall, wantsTelephone } from "@/lib/calls/phone/browser-call";
import { answerNumberCall } from "@/lib/calls/phone/number-call";
import { ringAppFirst } from "@/lib/calls/reach/ring-app";
import { rejectAsBusy, sayAndHangUp } from "@/lib/calls/voice-response";
import { callSid, type VoiceWebhook } from "@/lib/calls/webhook-fields";
import { identityOf, profileIdOf, profileIdOfClient } from "@/lib/twilio/identity";

const wanted = z.object({
  CallSid: callSid,
  To: z.string().transform((text, context) => {
    const id = profileIdOf(text.replace(/^client:/, ""));
    if (id) return id;
    context.addIssue("nobody's identity");
    return z.NEVER;
  }),
  matchId: z.uuid().optional(),
});

// One sentence for strangers, blocks and ended matches, so that nobody learns which it was.
const refusal = "You cannot call this person. Please open Duet to see your matches. Goodbye.";

/**
 * Decides on a call that a browser or a telephone starts. Every request is authorised anew.
 *
 * @returns TwiML, and what it did
 */
export async function answerIncoming(params: VoiceWebhook): Promise<PhoneAnswer> {
  if (!params.From?.startsWith("client:")) return answerNumberCall(params);
  // Twilio fills From in from the caller's access token. Whatever else a browser sends is hearsay.
  const callerId = profileIdOfClient(params.From);
  if (!callerId) return { twiml: sayAndHangUp(refusal), did: "Refused: malformed." };
  return wantsTelephone(params)
    ? answerBrowserCall(callerId, params)
    : callApp(callerId, wanted.safeParse(params));
}

async function callApp(
  callerId: string,
  parsed: z.ZodSafeParseResult<z.infer<typeof wanted>>,
): Promise<PhoneAnswer> {
  if (!parsed.success) return { twiml: sayAndHangUp(refusal), did: "Refused: malformed." };
  const { CallSid: providerSid, To: calleeId, matchId } = parsed.data;
  const call = await beginCall({ providerSid, kind: "voice", callerId, calleeId, matchId });
  switch (call.outcome) {
    case "refused":
      return { twiml: sayAndHangUp(refusal), did: "Refused: they cannot reach each other." };
    case "not_allowed":
    case "needs_consent":
      // The browser has been told the reason; a sentence in the call would be heard as an answer.
      return { twiml: rejectAsBusy(), did: `Rejected: ${call.outcome}.` };
    case "busy":
      afterMissedCall(call.call_id);
      return { twiml: rejectAsBusy(), did: "Rejected: the callee is in another call." };
    case "dial":
      return ringAppFirst({
        providerSid,
        callId: call.call_id,
        plan: call.reach,
        person: {
          caller: identityOf(callerId),
          callee: identityOf(calleeId),
          matchId: call.match_id,
          callerName: call.caller_name,
        },
      });
  }
}
