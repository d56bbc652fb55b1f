import type { CallEvent } from "./calls.ts";

export const child = (status: string, at: number, more: Partial<CallEvent> = {}): CallEvent => ({
  leg: "child",
  status,
  at,
  ...more,
});
export const dialResult = (status: string, more: Partial<CallEvent> = {}): CallEvent => ({
  leg: "child",
  event: "dial-result",
  status,
  ...more,
});
export const parent = (status: string, at: number, duration?: number): CallEvent => ({
  leg: "parent",
  status,
  at,
  ...(duration !== undefined && { duration }),
});

interface Scenario {
  events: CallEvent[];
  /** Status, reason, answered, ended (seconds of the clock of the events), seconds of talk. */
  call: [string, string, number | null, number, number];
  /** Status, joined, left, seconds of talk. */
  caller: [string, number | null, number | null, number | null];
  callee: [string, number | null, number | null, number | null];
  error?: number;
  /** It is certain that nobody answered. */
  missed?: true;
}

export const ringing = [child("ringing", 2)];
/** What the provider says of a call, and what is left of it whatever the order. */
export const scenarios: Record<string, Scenario> = {
  "an answered call": {
    events: [
      ...ringing,
      child("in-progress", 12),
      child("completed", 52, { duration: 40 }),
      dialResult("completed", { duration: 40 }),
      parent("completed", 53, 41),
    ],
    call: ["completed", "hangup", 12, 52, 40],
    caller: ["completed", null, 53, 41],
    callee: ["completed", 12, 52, 40],
  },
  "an answered call whose answer was not reported": {
    events: [
      ...ringing,
      child("completed", 52, { duration: 40 }),
      dialResult("completed", { duration: 40 }),
      parent("completed", 53, 41),
    ],
    call: ["completed", "hangup", 12, 52, 40],
    caller: ["completed", null, 53, 41],
    callee: ["completed", null, 52, 40],
  },
  "an answered call whose talk time was rounded up": {
    events: [
      child("in-progress", 12),
      child("completed", 51, { duration: 40 }),
      parent("completed", 51),
    ],
    call: ["completed", "hangup", 12, 51, 40],
    caller: ["completed", null, 51, null],
    callee: ["completed", 12, 51, 40],
  },
  "an answered call of which only the caller's end is known": {
    events: [...ringing, child("in-progress", 12), parent("completed", 53, 41)],
    call: ["completed", "hangup", 12, 53, 41],
    caller: ["completed", null, 53, 41],
    callee: ["in-progress", 12, null, null],
  },
  "a call that was answered and at once ended": {
    events: [
      child("in-progress", 12),
      child("completed", 12, { duration: 0 }),
      dialResult("completed"),
    ],
    call: ["completed", "hangup", 12, 12, 0],
    caller: ["initiated", null, null, null],
    callee: ["completed", 12, 12, 0],
  },
  "a declined call": {
    missed: true,
    events: [
      ...ringing,
      child("busy", 8, { duration: 0 }),
      dialResult("busy"),
      parent("completed", 9, 8),
    ],
    call: ["busy", "declined", null, 8, 0],
    caller: ["completed", null, 9, 8],
    callee: ["busy", null, 8, null],
  },
  "a call that nobody answered": {
    missed: true,
    events: [
      ...ringing,
      child("no-answer", 42),
      dialResult("no-answer"),
      parent("completed", 43, 0),
    ],
    call: ["no-answer", "no-answer", null, 42, 0],
    caller: ["completed", null, 43, 0],
    callee: ["no-answer", null, 42, null],
  },
  "a call that the caller gave up": {
    missed: true,
    events: [...ringing, child("canceled", 20), dialResult("canceled"), parent("canceled", 20)],
    call: ["canceled", "canceled", null, 20, 0],
    caller: ["canceled", null, 20, null],
    callee: ["canceled", null, 20, null],
  },
  "a call that the caller gave up, told by the provider in two ways": {
    missed: true,
    events: [
      ...ringing,
      child("no-answer", 20),
      dialResult("canceled"),
      parent("completed", 20, 0),
    ],
    call: ["canceled", "canceled", null, 20, 0],
    caller: ["completed", null, 20, 0],
    callee: ["canceled", null, 20, null],
  },
  "a call given up before anybody was dialled": {
    events: [parent("ringing", 0), parent("completed", 1, 0)],
    call: ["canceled", "canceled", null, 1, 0],
    caller: ["completed", null, 1, 0],
    callee: ["queued", null, null, null],
  },
  "a call that could not be placed": {
    missed: true,
    events: [
      child("initiated", 1),
      child("failed", 2, { errorCode: 31486 }),
      dialResult("failed", { errorCode: 13224 }),
      parent("completed", 3, 0),
    ],
    call: ["failed", "failed", null, 2, 0],
    caller: ["completed", null, 3, 0],
    callee: ["failed", null, 2, null],
    error: 13224,
  },
  "a call that did not even get a leg": {
    missed: true,
    events: [
      { leg: "parent", event: "dial-result", status: "failed", errorCode: 13224 },
      parent("completed", 3, 0),
    ],
    call: ["failed", "failed", null, 3, 0],
    caller: ["failed", null, 3, 0],
    callee: ["queued", null, null, null],
    error: 13224,
  },
};
