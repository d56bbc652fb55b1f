import { describe, expect, it } from "vitest";
import type { CallState, EndedCall, LiveCall, LivePhase } from "@/lib/calls/client/call-state";
import { endSentence, reachText, statusText, viaText } from "@/lib/calls/client/sentences";

const facts = {
  peer: { profileId: "ada", displayName: "Ada", matchId: "match" },
  direction: "outgoing" as const,
  muted: false,
  digits: "",
  reach: "app" as const,
  startedAt: 0,
  openedAt: null,
  callSid: null,
  warnings: [],
  problem: null,
  outcome: null,
};
const over = (more: Partial<EndedCall>): EndedCall => ({
  ...facts,
  phase: "ended",
  endedAt: 1,
  reason: "ended",
  ...more,
});

describe("the status of a call", () => {
  const texts: [LivePhase, string][] = [
    ["preparing", "Connecting"],
    ["connecting", "Connecting"],
    ["ringing", "Ringing"],
    ["incoming", "Ringing"],
    ["open", "Connected"],
    ["reconnecting", "Reconnecting"],
  ];
  it.each(texts)("%s reads %s", (phase, text) => {
    expect(statusText({ ...facts, phase })).toBe(text);
  });

  it("reads Call ended when it is over, and nothing when there is none", () => {
    const none: CallState = { phase: "idle" };
    expect(statusText(over({}))).toBe("Call ended");
    expect(statusText(none)).toBe("");
  });
});

describe("what the other side talks into", () => {
  const phone = { ...facts.peer, via: "phone" as const };
  const rings = { ...facts, phase: "incoming" as const, direction: "incoming" as const };

  it("is said of telephones, while it rings and afterwards", () => {
    expect(viaText({ ...facts, phase: "ringing" })).toBe("");
    expect(viaText({ ...facts, peer: phone, phase: "ringing" })).toBe("on their phone");
    expect(viaText({ ...rings, peer: phone })).toBe("calling from their phone");
    const open = { ...rings, peer: phone, phase: "open" as const, openedAt: 5 };
    expect(viaText(open)).toBe("on their phone");
  });

  it("is said of one's own number that was called, and not of a number that one dialled", () => {
    const peer = { ...phone, ownNumber: "Flat" };
    expect(viaText({ ...rings, peer })).toBe("calls your number Flat");
    const dialled = { ...phone, number: "+14155550123" };
    expect(viaText({ ...facts, peer: dialled, phase: "open" })).toBe("");
  });
});

describe("why a call ended", () => {
  it.each([
    ["busy", "Ada is in another call."],
    ["declined", "Ada declined."],
    ["no-answer", "No answer from Ada."],
    ["canceled", "You canceled the call."],
    ["failed", "Ada couldn't be reached."],
    ["blocked", ""],
    ["ended", ""],
  ] as const)("outgoing, %s: %s", (reason, sentence) => {
    expect(endSentence(over({ reason }))).toBe(sentence);
  });

  it.each([
    ["no-answer", "Missed call from Ada."],
    ["canceled", "Missed call from Ada."],
    ["elsewhere", "Answered on another device."],
    ["declined", "You declined."],
  ] as const)("incoming, %s: %s", (reason, sentence) => {
    expect(endSentence(over({ direction: "incoming", reason }))).toBe(sentence);
  });

  it("speaks of the line, not of a call, when a telephone is busy", () => {
    const peer = { ...facts.peer, via: "phone" as const };
    expect(endSentence(over({ peer, reason: "busy" }))).toBe("The line is busy.");
  });

  it("needs no sentence after a conversation, unless it broke off", () => {
    expect(endSentence(over({ openedAt: 5, reason: "hangup" }))).toBe("");
    const broken = over({ openedAt: 5, reason: "failed", problem: "connection" });
    expect(endSentence(broken)).toMatch(/connection to the call service was lost/);
  });
});

describe("how somebody is sought", () => {
  const { endedAt: _, reason: __, ...rings } = over({});
  const call = (more: Partial<LiveCall>): LiveCall => ({ ...rings, phase: "ringing", ...more });

  it.each([
    ["app", ""],
    ["notified", "Ada’s app is closed. We sent a notification."],
    ["telephone", "Ringing Ada’s phone."],
  ] as const)("by %s", (reach, sentence) => {
    expect(reachText(call({ reach }))).toBe(sentence);
  });

  it("is nobody's business but the caller's, and over once they talk", () => {
    expect(reachText(call({ reach: "notified", direction: "incoming" }))).toBe("");
    expect(reachText(call({ reach: "notified", phase: "open", openedAt: 1 }))).toBe("");
    expect(viaText(call({ reach: "telephone", phase: "open", openedAt: 1 }))).toBe(
      "on their phone",
    );
  });

  it("in vain, leaves word", () => {
    const call = over({ reach: "notified", reason: "no-answer" });
    expect(endSentence(call)).toBe("No answer. Ada will see that you called.");
  });
});
