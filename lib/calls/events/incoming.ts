import "server-only";
import { z } from "zod";
import { afterMissedCall } from "@/lib/calls/after-event";
import { beginCall } from "@/lib/calls/begin-call";
import { dialPerson, rejectAsBusy, sayAndHangUp } from "@/lib/calls/voice-response";
import { callSid, type VoiceWebhook } from "@/lib/calls/webhook-fields";
import { identityOf, profileIdOf, profileIdOfClient } from "@/lib/twilio/identity";

const person = (profileOf: (text: string) => string | null) =>
  z.string().transform((text, context) => {
    const id = profileOf(text);
    if (id) return id;
    context.addIssue("nobody's identity");
    return z.NEVER;
  });

const wanted = z.object({
  CallSid: callSid,
  // Twilio fills From in from the caller's access token. Whatever else a browser sends is hearsay.
  From: person(profileIdOfClient),
  To: person((text) => profileIdOf(text.replace(/^client:/, ""))),
  matchId: z.uuid().optional(),
});

// One sentence for strangers, blocks and ended matches, so that nobody learns which it was.
const refusal = "You cannot call this person. Please open Duet to see your matches. Goodbye.";
const noPhones = "This number does not take calls. Please open Duet to talk. Goodbye.";

export interface IncomingAnswer {
  twiml: string;
  did: string;
}

/**
 * Decides on a call that a browser or a telephone starts. Every request is authorised anew.
 *
 * @returns TwiML, and what it did
 */
export async function answerIncoming(params: VoiceWebhook): Promise<IncomingAnswer> {
  if (!params.From?.startsWith("client:")) {
    return { twiml: sayAndHangUp(noPhones), did: "Refused: not from a browser." };
  }
  const parsed = wanted.safeParse(params);
  if (!parsed.success) return { twiml: sayAndHangUp(refusal), did: "Refused: malformed." };
  const { CallSid: providerSid, From: callerId, To: calleeId, matchId } = parsed.data;

  const call = await beginCall({ providerSid, kind: "voice", callerId, calleeId, matchId });
  switch (call.outcome) {
    case "refused":
      return { twiml: sayAndHangUp(refusal), did: "Refused: they cannot reach each other." };
    case "busy":
      afterMissedCall(call.call_id);
      return { twiml: rejectAsBusy(), did: "Rejected: the callee is in another call." };
    case "dial":
      return {
        twiml: dialPerson({
          caller: identityOf(callerId),
          callee: identityOf(calleeId),
          matchId: call.match_id,
          callerName: call.caller_name,
        }),
        did: "Dialled the callee.",
      };
  }
}
