import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { CallResource, CallStatus } from "../context.ts";
import { rfc2822 } from "../dates.ts";
import type { Call, ProgressEvent } from "./call.ts";

const eventOf: Partial<Record<CallStatus, ProgressEvent>> = {
  initiated: "initiated",
  ringing: "ringing",
  "in-progress": "answered",
  completed: "completed",
  busy: "completed",
  failed: "completed",
  "no-answer": "completed",
  canceled: "completed",
};

/** The event under which a status is reported, if any: every final status is `completed`. */
export function progressEventOf(status: CallStatus): ProgressEvent | undefined {
  return eventOf[status];
}

/**
 * What every voice request of Twilio's carries.
 * @see https://www.twilio.com/docs/voice/twiml#request-parameters
 */
export function callParameters(accountSid: string, call: CallResource): Record<string, string> {
  return {
    CallSid: call.sid,
    AccountSid: accountSid,
    ...(call.parentCallSid && { ParentCallSid: call.parentCallSid }),
    From: call.from,
    To: call.to,
    Caller: call.from,
    Called: call.to,
    CallStatus: call.status,
    Direction: call.direction,
    ApiVersion: "2010-04-01",
    ...countryOf(call.from, ["FromCountry", "CallerCountry"]),
    ...countryOf(call.to, ["ToCountry", "CalledCountry"]),
  };
}

/** Telephones have a country, clients have none. */
function countryOf(address: string, names: string[]): Record<string, string> {
  const country = parsePhoneNumberFromString(address)?.country;
  return country ? Object.fromEntries(names.map((name) => [name, country])) : {};
}

/**
 * What a status callback carries on top; counts the call's sequence up.
 * `CallDuration` is in seconds, `Duration` in started minutes.
 * @see https://www.twilio.com/docs/voice/api/call-resource#statuscallback
 */
export function statusParameters(accountSid: string, call: Call): Record<string, string> {
  const seconds = call.duration ?? 0;
  return {
    ...callParameters(accountSid, call),
    Timestamp: rfc2822(call.dateUpdated),
    CallbackSource: "call-progress-events",
    SequenceNumber: String(call.sequence++),
    ...(call.answeredBy !== null && { AnsweredBy: call.answeredBy }),
    ...(call.isFinal && {
      CallDuration: String(seconds),
      Duration: String(Math.ceil(seconds / 60)),
    }),
  };
}
