import type { CallResource } from "../context.ts";

const dayMs = 86_400_000;

/**
 * The predicate of a list request: Status, To, From, ParentCallSid, and StartTime and EndTime,
 * each also with `<` or `>` (inclusive, as Twilio's are); a bare date is that whole day, UTC.
 * @see https://www.twilio.com/docs/voice/api/call-resource#read-multiple-call-resources
 */
export function callFilter(query: URLSearchParams): (call: CallResource) => boolean {
  const is = (name: string, value: string | null) => {
    const wanted = query.get(name);
    return !wanted || wanted === value;
  };
  return (call) =>
    is("Status", call.status) &&
    is("To", call.to) &&
    is("From", call.from) &&
    is("ParentCallSid", call.parentCallSid) &&
    isWithin(query, "StartTime", call.startTime) &&
    isWithin(query, "EndTime", call.endTime);
}

/** Whether a time meets a date parameter in its three forms; the null of what has none does not. */
export function isWithin(query: URLSearchParams, name: string, time: number | null): boolean {
  const bounds = ["", "<", ">"].flatMap((sign) => {
    const value = query.get(name + sign);
    return value ? { sign, start: Date.parse(value), end: endOf(value) } : [];
  });
  return bounds.every(({ sign, start, end }) => {
    if (time === null) return false;
    return (sign === "<" || time >= start) && (sign === ">" || time <= end);
  });
}

function endOf(value: string): number {
  return Date.parse(value) + (value.includes("T") ? 0 : dayMs - 1);
}
