import type { CallResource, TwilioContext } from "../context.ts";
import { rfc2822 } from "../dates.ts";
import { callPrice } from "./call-price.ts";

/** @see https://www.twilio.com/docs/voice/api/call-resource#call-properties */
export function callJson({ config, numbers }: TwilioContext, call: CallResource) {
  const { accountSid } = config;
  const uri = `/2010-04-01/Accounts/${accountSid}/Calls/${call.sid}`;
  const date = (value: number | null) => (value === null ? null : rfc2822(value));
  const ownNumber = numbers.get(call.direction === "inbound" ? call.to : call.from);
  return {
    sid: call.sid,
    account_sid: accountSid,
    api_version: "2010-04-01",
    parent_call_sid: call.parentCallSid,
    from: call.from,
    from_formatted: call.from,
    to: call.to,
    to_formatted: call.to,
    direction: call.direction,
    status: call.status,
    start_time: date(call.startTime),
    end_time: date(call.endTime),
    duration: call.duration === null ? null : String(call.duration),
    date_created: date(call.dateCreated),
    date_updated: date(call.dateUpdated),
    answered_by: call.answeredBy,
    caller_name: null,
    forwarded_from: null,
    group_sid: null,
    phone_number_sid: ownNumber?.sid ?? null,
    price: callPrice(call),
    price_unit: "USD",
    queue_time: "0",
    trunk_sid: null,
    uri: `${uri}.json`,
    subresource_uris: {
      recordings: `${uri}/Recordings.json`,
      transcriptions: `${uri}/Transcriptions.json`,
      events: `${uri}/Events.json`,
    },
  };
}
