import type { PhoneCall } from "./phone-call.ts";

const iso = (epochMs: number | null) => (epochMs === null ? null : new Date(epochMs).toISOString());

/** A call as a telephone shows it over HTTP. */
export function phoneCallJson(phoneCall: PhoneCall) {
  const { call, state, inBrowser, captions, heardSeconds, heardDigits, isRecorded } = phoneCall;
  const { sid, parentCallSid, from, to, direction, status, duration } = call;
  return {
    sid,
    parentCallSid,
    from,
    to,
    direction,
    status,
    state,
    inBrowser,
    duration,
    said: captions.map(({ text }) => text),
    captions: captions.map(({ at, text }) => ({ at: iso(at), text })),
    heardSeconds,
    heardDigits,
    listening: isRecorded,
    startedAt: iso(call.startTime),
    endedAt: iso(call.endTime),
  };
}
