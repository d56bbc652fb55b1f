import { describe, expect, it } from "vitest";
import { type PhoneCallRow, phoneCallOf } from "@/lib/calls/client/phone/phone-call";
import { callFailure, phoneEndSentence, phoneStatus } from "@/lib/calls/client/phone/words";

type Leg = PhoneCallRow["legs"][number];

const leg = (who: string | null, role: Leg["role"], more: Partial<Leg> = {}): Leg => ({
  profile_id: who,
  role,
  channel: "phone",
  status: "ringing",
  joined_at: null,
  profile: who ? { id: who, display_name: who === "ada" ? "Ada" : "Ben" } : null,
  ...more,
});
const row = (more: Partial<PhoneCallRow> = {}): PhoneCallRow => ({
  id: "row",
  provider_sid: "CA1",
  match_id: "match",
  caller_id: "ada",
  status: "initiated",
  answered_at: null,
  ended_at: null,
  end_reason: null,
  legs: [leg("ada", "caller"), leg("ben", "callee", { channel: "app", status: "queued" })],
  dialled: null,
  ...more,
});
const at = "2026-11-20T20:00:00Z";
const joined = leg("ada", "caller", { status: "in-progress", joined_at: at });
const done = (who: Leg, status: Leg["status"] = "completed"): Leg => ({ ...who, status });
const words = (call: PhoneCallRow, me: string) => {
  const shown = phoneCallOf(call, me);
  return shown && [phoneStatus(shown), phoneEndSentence(shown)].filter(Boolean).join(" - ");
};

describe("the caller, who asked for their own telephone to be rung", () => {
  it("is told whose telephone rings, and when both talk", () => {
    expect(words(row(), "ada")).toBe("Your phone is ringing");
    const bens = leg("ben", "callee");
    expect(words(row({ status: "ringing", legs: [joined, bens] }), "ada")).toBe("Calling Ben");
    expect(words(row({ status: "in-progress", legs: [joined, bens] }), "ada")).toBe("Connected");
  });

  it.each([
    ["no-answer", "Call ended - No answer from Ben."],
    ["declined", "Call ended - Ben declined."],
    ["busy", "Call ended - The line is busy."],
    ["failed", "Call ended - Ben couldn't be reached."],
    ["canceled", "Call ended"],
    ["blocked", "Call ended"],
  ] as const)("is told why nobody answered: %s", (end_reason, sentence) => {
    const over = row({
      status: "no-answer",
      end_reason,
      legs: [done(joined), leg("ben", "callee")],
    });
    expect(words(over, "ada")).toBe(sentence);
  });

  it("is told that it was their own telephone which nobody picked up", () => {
    const legs = [done(leg("ada", "caller"), "no-answer")];
    const over = row({ status: "no-answer", end_reason: "no-answer", legs });
    expect(words(over, "ada")).toBe("Call ended - You didn't pick up.");
    expect(words({ ...over, status: "failed", end_reason: "failed" }, "ada")).toBe(
      "Call ended - Your phone couldn't be reached.",
    );
  });

  it("needs no reason after a conversation", () => {
    const over = row({
      status: "completed",
      answered_at: at,
      end_reason: "hangup",
      legs: [done(joined)],
    });
    expect(words(over, "ada")).toBe("Call ended");
  });

  it("sees the number that they dialled outside of Duet", () => {
    const dialled = { number: "+14155550123" };
    const legs = [joined, leg(null, "callee")];
    expect(words(row({ status: "ringing", match_id: null, dialled, legs }), "ada")).toBe(
      "Calling +14155550123",
    );
  });
});

describe("whoever is called", () => {
  const rings = row({ status: "ringing", legs: [joined, leg("ben", "callee")] });

  it("sees the call once their telephone rings, and not while their app does", () => {
    expect(words(rings, "ben")).toBe("Your phone is ringing");
    expect(words(row({ status: "ringing" }), "ben")).toBeNull();
  });

  it("is connected when they have pressed the key", () => {
    const bens = leg("ben", "callee", { status: "in-progress", joined_at: at });
    const legs = [joined, leg("ben", "callee", { channel: "app", status: "no-answer" }), bens];
    expect(words(row({ status: "in-progress", legs }), "ben")).toBe("Connected");
  });

  it("sees nothing of a call that rang in vain: a missed call is told elsewhere", () => {
    const legs = [done(joined), done(leg("ben", "callee"), "no-answer")];
    expect(words(row({ status: "no-answer", legs }), "ben")).toBeNull();
  });
});

it("a call that is held in a browser is shown by the call bar, not here", () => {
  expect(phoneCallOf(row({ legs: [leg("ada", "caller", { channel: "app" })] }), "ada")).toBeNull();
});

describe("a call that could not be made", () => {
  const failure = { code: "provider_error", message: "Try later.", retryAfterSeconds: null };

  it("is explained by Twilio's code, by ours, or by the server's own sentence", () => {
    expect(callFailure({ ...failure, providerCode: 21215 })).toMatch(/does not call this country/);
    expect(callFailure({ ...failure, code: "premium_number" })).toMatch(/costs extra/);
    expect(callFailure({ ...failure, providerCode: 99999 })).toBe("Try later.");
  });
});
