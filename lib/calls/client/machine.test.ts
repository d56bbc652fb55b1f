import { describe, expect, it } from "vitest";
import type { CallEvent, CallState, EndedCall, LiveCall } from "@/lib/calls/client/call-state";
import { idle, transition } from "@/lib/calls/client/machine";

const peer = { profileId: "ada", displayName: "Ada", matchId: "match" };
const facts = {
  peer,
  direction: "outgoing" as const,
  muted: false,
  digits: "",
  reach: "app" as const,
  startedAt: 1000,
  openedAt: null,
  callSid: null,
  warnings: [],
  problem: null,
  outcome: null,
};
const live = (phase: LiveCall["phase"], more: Partial<LiveCall> = {}): LiveCall => ({
  ...facts,
  ...more,
  phase,
});
const over = (more: Partial<EndedCall> = {}): EndedCall => ({
  ...facts,
  phase: "ended",
  endedAt: 9000,
  reason: "ended",
  ...more,
});

const states: Record<CallState["phase"], CallState> = {
  idle,
  preparing: live("preparing"),
  connecting: live("connecting"),
  ringing: live("ringing"),
  incoming: live("incoming", { direction: "incoming", callSid: "CA1" }),
  open: live("open", { openedAt: 2000, callSid: "CA1" }),
  reconnecting: live("reconnecting", { openedAt: 2000, callSid: "CA1" }),
  ended: over(),
};

const events: { [T in CallEvent["type"]]: Extract<CallEvent, { type: T }> } = {
  dialled: { type: "dialled", peer, at: 5000 },
  invited: { type: "invited", peer, callSid: "CA2", at: 5000 },
  accepted: { type: "accepted" },
  "microphone-ready": { type: "microphone-ready" },
  "microphone-failed": { type: "microphone-failed", problem: "microphone-denied", at: 5000 },
  ringing: { type: "ringing", callSid: "CA1" },
  reached: { type: "reached", reach: "notified" },
  opened: { type: "opened", callSid: "CA1", at: 5000 },
  reconnecting: { type: "reconnecting" },
  reconnected: { type: "reconnected" },
  muted: { type: "muted", muted: true },
  pressed: { type: "pressed", digits: "1" },
  warned: { type: "warned", warning: "low-mos" },
  "warning-cleared": { type: "warning-cleared", warning: "low-mos" },
  "problem-raised": { type: "problem-raised", problem: "autoplay-blocked" },
  "problem-cleared": { type: "problem-cleared" },
  named: { type: "named", displayName: "Ada L." },
  failed: { type: "failed", problem: "connection", at: 5000 },
  ended: { type: "ended", reason: "ended", at: 5000 },
  settled: { type: "settled", reason: "busy" },
  dismissed: { type: "dismissed" },
};

/** Where each event leads from each phase; a dot means that it is ignored. */
const columns = "idle preparing connecting ringing incoming open reconnecting ended".split(" ");
const table: Record<CallEvent["type"], string> = {
  dialled: "preparing . . . . . . preparing",
  invited: "incoming . . . . . . incoming",
  accepted: ". . . . preparing . . .",
  "microphone-ready": ". connecting . . . . . .",
  "microphone-failed": ". ended . . . . . .",
  ringing: ". . ringing ringing . . . .",
  reached: ". . ringing ringing . . . .",
  opened: ". open open open . . open .",
  reconnecting: ". . reconnecting . . reconnecting . .",
  reconnected: ". . . . . . open .",
  muted: ". . connecting ringing . open reconnecting .",
  pressed: ". . . . . open . .",
  warned: ". . . . . open reconnecting .",
  "warning-cleared": ". . . . . open reconnecting .",
  "problem-raised": ". . connecting ringing incoming open reconnecting .",
  "problem-cleared": ". . connecting ringing incoming open reconnecting .",
  named: ". preparing connecting ringing incoming open reconnecting ended",
  failed: ". ended ended ended ended ended ended ended",
  ended: ". ended ended ended ended ended ended .",
  settled: ". preparing connecting ringing incoming open reconnecting ended",
  dismissed: ". . . . . . . idle",
};

const cases = Object.values(events).flatMap((event) =>
  table[event.type].split(" ").map((target, column) => ({
    event,
    from: columns[column] as CallState["phase"],
    target,
  })),
);

describe("a call moves between its phases by this table alone", () => {
  it.each(cases)("$from + $event.type -> $target", ({ event, from, target }) => {
    const next = transition(states[from], event);
    if (target === ".") expect(next).toBe(states[from]);
    else expect(next.phase).toBe(target);
  });

  it("covers every pair of phase and event", () => {
    expect(cases).toHaveLength(Object.keys(states).length * Object.keys(events).length);
    expect(columns).toEqual(Object.keys(states));
  });
});

const run = (...sequence: CallEvent[]) => sequence.reduce(transition, idle);

describe("what a call knows", () => {
  it("keeps when it was dialled, answered and ended", () => {
    const call = run(
      { type: "dialled", peer, at: 1 },
      { type: "microphone-ready" },
      { type: "ringing", callSid: "CA9" },
      { type: "opened", callSid: null, at: 20 },
      { type: "reconnecting" },
      { type: "reconnected" },
      { type: "ended", reason: "hangup", at: 90 },
    );
    expect(call).toMatchObject({ startedAt: 1, openedAt: 20, endedAt: 90, callSid: "CA9" });
  });

  it("mutes, and starts the next call unmuted", () => {
    const muted = transition(states.open, events.muted);
    expect(muted).toMatchObject({ muted: true });
    expect(run(events.dialled)).toMatchObject({ muted: false });
  });

  it("remembers the keys that were pressed, and starts the next call without", () => {
    const pressed = [events.pressed, { type: "pressed" as const, digits: "#" }];
    expect(pressed.reduce(transition, states.open)).toMatchObject({ digits: "1#" });
    expect(run(events.dialled)).toMatchObject({ digits: "" });
  });

  it("holds each quality warning once, until it clears", () => {
    const warned = [events.warned, events.warned].reduce(transition, states.open);
    expect(warned).toMatchObject({ warnings: ["low-mos"] });
    expect(transition(warned, events["warning-cleared"])).toMatchObject({ warnings: [] });
  });

  it("keeps ringing when the microphone is refused, so that it can still be accepted", () => {
    const refused = run(events.invited, events.accepted, events["microphone-failed"]);
    expect(refused).toMatchObject({ phase: "incoming", problem: "microphone-denied" });
    expect(transition(refused, events.accepted)).toMatchObject({
      phase: "preparing",
      problem: null,
    });
  });

  it("goes back to connecting when signaling returns before the answer", () => {
    expect(transition(live("reconnecting"), events.reconnected).phase).toBe("connecting");
  });

  it("is named once the name is known", () => {
    expect(run(events.invited, events.named)).toMatchObject({ peer: { displayName: "Ada L." } });
  });
});

describe("why a call ended", () => {
  it("is what the row says, whether the row comes after the SDK's hang-up", () => {
    const settled = run(events.dialled, events["microphone-ready"], events.ended, events.settled);
    expect(settled).toMatchObject({ phase: "ended", reason: "busy" });
  });

  it("or before it", () => {
    const settled = run(events.dialled, events["microphone-ready"], events.settled, events.ended);
    expect(settled).toMatchObject({ phase: "ended", reason: "busy" });
  });

  it("is the other side's doing even when the SDK calls it an error", () => {
    const settled = run(events.dialled, events["microphone-ready"], events.failed, events.settled);
    expect(settled).toMatchObject({ reason: "busy", problem: null });
    const early = run(events.dialled, events["microphone-ready"], events.settled, events.failed);
    expect(early).toMatchObject({ reason: "busy", problem: null });
  });

  it("stays the failure seen here when the provider only saw a hang-up", () => {
    const failed = transition(states.open, events.failed);
    expect(transition(failed, { type: "settled", reason: "hangup" })).toMatchObject({
      reason: "failed",
      problem: "connection",
    });
  });

  it("becomes the error that the SDK reports after its hang-up", () => {
    expect(transition(over(), events.failed)).toMatchObject({
      reason: "failed",
      problem: "connection",
    });
  });

  it("forgets a problem that the call outlived", () => {
    const heard = run(events.invited, events["problem-raised"], events.ended);
    expect(heard).toMatchObject({ phase: "ended", problem: null });
  });
});

describe("a call to somebody whose app is closed", () => {
  const notified = transition(live("connecting"), { type: "reached", reach: "notified" });

  it("rings on while they are notified, until their app does", () => {
    expect(notified).toMatchObject({ phase: "ringing", reach: "notified" });
    const rings = transition(notified, { type: "reached", reach: "app" });
    expect(rings).toMatchObject({ phase: "ringing", reach: "app" });
  });

  it("is no matter of whoever is called", () => {
    const incoming = live("connecting", { direction: "incoming" });
    expect(transition(incoming, { type: "reached", reach: "notified" })).toBe(incoming);
  });
});
