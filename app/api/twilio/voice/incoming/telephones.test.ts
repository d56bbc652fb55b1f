import { beforeEach, describe, expect, test } from "vitest";
import type { Person } from "../../../../../e2e/integration/people";
import { callRoute, startSandboxEnv } from "../../../../../e2e/integration/sandbox-env";
import {
  firstOfPool,
  mainLine,
  phonePair,
  phonePerson,
  readPhoneCall,
  takesPhoneCalls,
} from "../../../../../e2e/integration/telephones";
import { clientOf, newCallSid, verbsOf } from "../../../../../e2e/integration/voice";

const sandbox = await startSandboxEnv();
const { supabase, publicUrl } = sandbox;
const incoming = await import("@/app/api/twilio/voice/incoming/route");
const dialResult = await import("@/app/api/twilio/voice/dial-result/route");
const relayRoute = await import("@/app/api/matches/[matchId]/relay/route");

// Calls of the tests before must make nobody busy.
beforeEach(() => supabase.query("update calls set started_at = started_at - interval '5 hours'"));

async function ring(form: Record<string, string>) {
  const sid = form.CallSid ?? newCallSid();
  const path = "/api/twilio/voice/incoming";
  const answer = await callRoute(incoming.POST, {
    path,
    form: { CallSid: sid, Direction: "inbound", ...form },
  });
  return { sid, answer, verbs: verbsOf(answer) };
}

async function openRelay(person: Person, matchId: string) {
  return callRoute(relayRoute.POST, {
    path: `/api/matches/${matchId}/relay`,
    params: { matchId },
    token: person.accessToken,
  });
}

/** A pair, and the number that joins them. */
async function relayedPair() {
  const pair = await phonePair(sandbox);
  const { json } = await openRelay(pair.caller, pair.matchId);
  return { ...pair, number: (json as { number: string }).number };
}

async function afterDial(sid: string, step: string, status: string) {
  const answer = await callRoute(dialResult.POST, {
    path: `/api/twilio/voice/dial-result?step=${step}`,
    form: { CallSid: sid, DialCallSid: newCallSid(), DialCallStatus: status },
  });
  return { answer, verbs: verbsOf(answer) };
}

describe("a call to a lent number", () => {
  test("rings the other's app, with the number of the pool on both sides", async () => {
    const { caller, callee, matchId, number } = await relayedPair();
    expect(number).toBe(firstOfPool);
    const { sid, answer, verbs } = await ring({ From: caller.phone, To: number });
    expect(verbs).toMatchObject([
      {
        verb: "Dial",
        timeout: 20,
        answerOnBridge: true,
        callerId: number,
        action: `${publicUrl}/api/twilio/voice/dial-result?step=app#rc=3&rp=ct,rt,5xx`,
        targets: [
          {
            noun: "Client",
            to: clientOf(callee).slice("client:".length),
            parameters: { matchId, callerName: expect.stringMatching(/^Person/), via: "phone" },
          },
        ],
      },
    ]);
    for (const { phone } of [caller, callee]) expect(answer.text).not.toContain(phone.slice(1));
    expect(await readPhoneCall(supabase, sid)).toMatchObject({
      kind: "phone",
      status: "initiated",
      legs: [
        { role: "caller", channel: "phone", who: clientOf(caller).slice("client:".length) },
        { role: "callee", channel: "app", who: clientOf(callee).slice("client:".length) },
      ],
    });
  });

  test("can be returned by the same number", async () => {
    const { caller, callee, number } = await relayedPair();
    const back = await ring({ From: callee.phone, To: number });
    expect(back.verbs).toMatchObject([
      { verb: "Dial", targets: [{ to: clientOf(caller).slice("client:".length) }] },
    ]);
  });

  test("rings the telephone when the app is not answered, and asks who picks up for a key", async () => {
    const { caller, callee, number } = await relayedPair();
    const { sid } = await ring({ From: caller.phone, To: number });
    const { verbs } = await afterDial(sid, "app", "no-answer");
    expect(verbs).toMatchObject([
      {
        verb: "Dial",
        timeout: 25,
        callerId: number,
        action: `${publicUrl}/api/twilio/voice/dial-result?step=phone#rc=3&rp=ct,rt,5xx`,
        targets: [
          {
            noun: "Number",
            to: callee.phone,
            whisper: { url: `${publicUrl}/api/twilio/voice/whisper?call=${sid}#rc=3&rp=ct,rt,5xx` },
          },
        ],
      },
    ]);
    const last = await afterDial(sid, "phone", "no-answer");
    expect(last.verbs).toEqual([
      { verb: "Say", loop: 1, text: "Person did not answer. Goodbye." },
      { verb: "Hangup" },
    ]);
    expect(await readPhoneCall(supabase, sid)).toMatchObject({
      status: "no-answer",
      duration_seconds: 0,
    });
  });

  test("is not passed on to the telephone by somebody who declines, or after a block", async () => {
    const declined = await relayedPair();
    const first = await ring({ From: declined.caller.phone, To: declined.number });
    expect((await afterDial(first.sid, "app", "busy")).verbs).toMatchObject([
      { verb: "Say" },
      { verb: "Hangup" },
    ]);
    expect(await readPhoneCall(supabase, first.sid)).toMatchObject({ end_reason: "declined" });

    const blocked = await relayedPair();
    const second = await ring({ From: blocked.caller.phone, To: blocked.number });
    await block(blocked.callee, blocked.caller);
    expect((await afterDial(second.sid, "app", "no-answer")).verbs).toMatchObject([
      { verb: "Say", text: expect.stringMatching(/cannot be connected/) },
      { verb: "Hangup" },
    ]);
  });

  test("is told that the other is busy", async () => {
    const { caller, callee, number } = await relayedPair();
    const other = await phonePerson(sandbox);
    await sandbox.makeMatch(other, callee);
    await ring({ From: clientOf(other), To: clientOf(callee) });
    const { sid, verbs } = await ring({ From: caller.phone, To: number });
    expect(verbs).toEqual([
      {
        verb: "Say",
        loop: 1,
        text: "Person is in another call. Please try again later. Goodbye.",
      },
      { verb: "Hangup" },
    ]);
    expect(await readPhoneCall(supabase, sid)).toMatchObject({ status: "busy" });
  });

  test("that Twilio asks about twice gets one answer and one row", async () => {
    const { caller, number } = await relayedPair();
    const CallSid = newCallSid();
    const first = await ring({ CallSid, From: caller.phone, To: number });
    const second = await ring({ CallSid, From: caller.phone, To: number });
    expect(second.answer.text).toBe(first.answer.text);
  });
});

const block = (by: Person, whom: Person) =>
  supabase.query("insert into blocks (blocker_id, blocked_id) values ($1, $2)", [by.id, whom.id]);

test("whoever cannot be connected hears one and the same sentence, and nothing is recorded", async () => {
  const standing = await relayedPair();
  const expired = await relayedPair();
  await supabase.query("update relays set expires_at = now() where match_id = $1", [
    expired.matchId,
  ]);
  const blocked = await relayedPair();
  await block(blocked.callee, blocked.caller);
  const ended = await relayedPair();
  await supabase.query("update matches set ended_at = now() where id = $1", [ended.matchId]);
  const off = await relayedPair();
  await takesPhoneCalls(supabase, off.callee, false);
  const stranger = await phonePerson(sandbox);
  const { number: To } = standing;

  const calls: Record<string, string>[] = [
    { From: "+14155559999", To },
    { From: stranger.phone, To },
    { From: expired.caller.phone, To: expired.number },
    { From: blocked.caller.phone, To: blocked.number },
    { From: blocked.callee.phone, To: blocked.number },
    { From: ended.caller.phone, To: ended.number },
    { From: off.caller.phone, To: off.number },
    { From: off.callee.phone, To: off.number },
    { From: "+anonymous", To },
    { From: "+266696687", To },
    { From: "", To },
    { From: "sip:x@y", To },
    { From: standing.caller.phone, To, StirVerstat: "TN-Validation-Failed-C" },
    { From: standing.caller.phone, To: "+15005550099" },
    { From: standing.caller.phone, To: "nonsense" },
  ];
  const answers = new Set<string>();
  for (const call of calls) {
    const { sid, answer, verbs } = await ring(call);
    answers.add(answer.text);
    expect(verbs, JSON.stringify(call)).toMatchObject([{ verb: "Say" }, { verb: "Hangup" }]);
    expect(await readPhoneCall(supabase, sid)).toBeUndefined();
  }
  expect([...answers]).toHaveLength(1);
});

describe("a browser that calls a telephone", () => {
  test("reaches its match's, which sees the number of the pool", async () => {
    const { caller, callee, matchId } = await phonePair(sandbox);
    const To = clientOf(callee).slice("client:".length);
    const { sid, verbs } = await ring({ From: clientOf(caller), To, matchId, via: "phone" });
    expect(verbs).toMatchObject([
      {
        verb: "Dial",
        callerId: expect.stringMatching(/^\+1500555001\d$/),
        targets: [{ noun: "Number", to: callee.phone, whisper: { url: expect.anything() } }],
      },
    ]);
    expect(await readPhoneCall(supabase, sid)).toMatchObject({
      kind: "phone",
      legs: [{ role: "caller", channel: "app" }, { role: "callee" }],
    });
  });

  test("is authorised anew, whatever it says", async () => {
    const { caller, callee, matchId } = await phonePair(sandbox);
    const stranger = await phonePerson(sandbox);
    const To = clientOf(callee).slice("client:".length);
    const refused: Record<string, string>[] = [
      { From: clientOf(stranger), To, matchId, via: "phone" },
      { From: clientOf(caller), To: clientOf(stranger), matchId, via: "phone" },
      { From: clientOf(caller), To: callee.phone, matchId, via: "phone" },
      { From: clientOf(caller), To, via: "phone" },
      { From: clientOf(caller), To: "+14155550199", from: firstOfPool },
      { From: clientOf(caller), To: mainLine },
      { From: clientOf(caller), To: firstOfPool },
      { From: clientOf(caller), To: "+19005550100" },
      { From: clientOf(caller), To: "+390612345678" },
      { From: clientOf(caller), To: "+12125550100" },
    ];
    for (const call of refused) {
      const { sid, verbs } = await ring(call);
      expect(verbs, JSON.stringify(call)).toMatchObject([{ verb: "Say" }, { verb: "Hangup" }]);
      expect(await readPhoneCall(supabase, sid)).toBeUndefined();
    }
    await takesPhoneCalls(supabase, callee, false);
    const off = await ring({ From: clientOf(caller), To, matchId, via: "phone" });
    expect(off.verbs).toMatchObject([{ verb: "Say" }, { verb: "Hangup" }]);
  });

  test("calls a number outside from the main line, and only the caller sees it again", async () => {
    const caller = await phonePerson(sandbox);
    const To = "+14155550198";
    const { sid, verbs } = await ring({ From: clientOf(caller), To });
    expect(verbs).toMatchObject([
      {
        verb: "Dial",
        timeout: 40,
        callerId: mainLine,
        targets: [{ noun: "Number", to: To, whisper: null }],
      },
    ]);
    const rows = await supabase.query(
      `select d.number, d.profile_id from dialled_numbers d join calls c on c.id = d.call_id
       where c.provider_sid = $1`,
      [sid],
    );
    expect(rows).toEqual([{ number: To, profile_id: caller.id }]);
  });

  test("shows a number of the caller's own", async () => {
    const caller = await phonePerson(sandbox);
    const from = "+15005550077";
    await supabase.query(
      "insert into phone_numbers (number, owner_id, provider_sid, country) values ($1, $2, 'PN' || repeat('1', 32), 'US')",
      [from, caller.id],
    );
    const { verbs } = await ring({ From: clientOf(caller), To: "+14155550197", from });
    expect(verbs).toMatchObject([{ verb: "Dial", callerId: from }]);
  });
});

test("a call to a lent number counts among the 50 that a person may make in a day", async () => {
  const { caller, number } = await relayedPair();
  await supabase.query("delete from rate_limits");
  await ring({ From: caller.phone, To: number });
  await supabase.query("update calls set started_at = started_at - interval '5 hours'");
  await supabase.query("update rate_limits set hits = 50 where key like 'phone-calls-day:%'");
  const { sid, verbs } = await ring({ From: caller.phone, To: number });
  expect(verbs).toEqual([
    expect.objectContaining({ text: "These were too many calls for one day. Goodbye." }),
    { verb: "Hangup" },
  ]);
  expect(await readPhoneCall(supabase, sid)).toMatchObject({ status: "failed" });
  await supabase.query("delete from rate_limits");
});
