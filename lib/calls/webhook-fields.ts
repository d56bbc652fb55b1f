import "server-only";
import { z } from "zod";
import { Constants } from "@/lib/supabase/database.types";

const text = z.string().optional();

/** What Twilio's voice webhooks carry, as far as it is read here. Handlers look closer themselves. */
export const voiceWebhook = z.looseObject({
  CallSid: text,
  ParentCallSid: text,
  CallStatus: text,
  Direction: text,
  From: text.describe("E.164, or client: and an identity"),
  To: text,
  SequenceNumber: text,
  Timestamp: text.describe("RFC 2822"),
  CallDuration: text.describe("Seconds"),
  ErrorCode: text,
  DialCallSid: text,
  DialCallStatus: text,
  DialCallDuration: text.describe("Seconds"),
  Digits: text.describe("Keys pressed in a Gather"),
  AnsweredBy: text.describe("human, unknown, fax, or machine and what it does"),
  StirVerstat: text.describe("Whether the network vouches for From"),
  via: text.describe("From a browser: phone, to ring the match's telephone"),
  matchId: text.describe("From a browser"),
  from: text.describe("From a browser: which number of the caller's own calls"),
});
export type VoiceWebhook = z.infer<typeof voiceWebhook>;

export const callSid = z.string().regex(/^CA[0-9a-f]{32}$/);
/** What names a call: CallSid of a leg, or RoomSid. */
export const providerSid = z.string().regex(/^(CA|RM)[0-9a-f]{32}$/);
export const recordingSid = z.string().regex(/^RE[0-9a-f]{32}$/);
export const callStatus = z.enum(Constants.public.Enums.call_status);

// A field of the wrong shape counts as absent. The limits on digits are below the length of a
// phone number, so that none can slip into what is kept.
export const wholeNumber = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number)
  .optional()
  .catch(undefined);
export const rfc2822 = z
  .string()
  .transform((value, context) => {
    const at = new Date(value);
    if (Number.isNaN(at.getTime())) {
      context.addIssue("not a date");
      return z.NEVER;
    }
    return at.toISOString();
  })
  .optional()
  .catch(undefined);
export const direction = z
  .enum(["inbound", "outbound-api", "outbound-dial"])
  .optional()
  .catch(undefined);
