import { expect, test } from "vitest";
import { callRoute, startSandboxEnv } from "../../../../../e2e/integration/sandbox-env";
import {
  clientOf,
  newCallSid,
  readCall,
  readLegs,
  verbsOf,
} from "../../../../../e2e/integration/voice";

const sandbox = await startSandboxEnv();
const { supabase, publicUrl } = sandbox;
const { POST } = await import("@/app/api/twilio/voice/incoming/route");

let nextPhone = 0;
const newPerson = () => sandbox.signIn(`+1415555${String(1200 + nextPhone++)}`);
async function newPair() {
  const caller = await newPerson();
  const callee = await newPerson();
  return { caller, callee, matchId: await sandbox.makeMatch(caller, callee) };
}

async function ring(form: Record<string, string>, path = "/api/twilio/voice/incoming") {
  const sid = form.CallSid ?? newCallSid();
  const answer = await callRoute(POST, { path, form: { CallSid: sid, ...form } });
  return { sid, answer };
}

async function expectRefusal({ sid, answer }: Awaited<ReturnType<typeof ring>>) {
  expect(answer.headers.get("content-type")).toBe("text/xml; charset=utf-8");
  expect(verbsOf(answer)).toEqual([
    { verb: "Say", loop: 1, text: expect.stringMatching(/\w+ .*Goodbye\.$/) },
    { verb: "Hangup" },
  ]);
  expect(await readCall(supabase, sid)).toBeUndefined();
}

test("calling one's match rings them, and opens the call's row", async () => {
  const { caller, callee, matchId } = await newPair();
  const to = clientOf(callee).slice("client:".length);
  const { sid, answer } = await ring({ From: clientOf(caller), To: to, matchId });
  const status = `${publicUrl}/api/twilio/voice/status#rc=3&rp=ct,rt,5xx`;
  expect(verbsOf(answer)).toEqual([
    {
      verb: "Dial",
      timeout: 40,
      timeLimit: 14_400,
      answerOnBridge: true,
      hangupOnStar: false,
      recording: null,
      callerId: clientOf(caller),
      action: `${publicUrl}/api/twilio/voice/dial-result#rc=3&rp=ct,rt,5xx`,
      method: "POST",
      targets: [
        {
          noun: "Client",
          to,
          parameters: { matchId, callerName: expect.stringMatching(/^Person/) },
          statusCallback: {
            url: status,
            method: "POST",
            events: ["initiated", "ringing", "answered", "completed"],
          },
          whisper: null,
          sendDigits: "",
        },
      ],
    },
  ]);
  expect(answer.text).not.toContain(caller.phone.slice(1));
  expect(answer.text).not.toContain(callee.phone.slice(1));

  expect(await readCall(supabase, sid)).toMatchObject({
    match_id: matchId,
    caller_id: caller.id,
    status: "initiated",
  });
  expect(await readLegs(supabase, sid)).toMatchObject([
    { role: "caller", profile_id: caller.id, leg_sid: sid },
    { role: "callee", profile_id: callee.id, leg_sid: null },
  ]);
});

test("without a match named, the call belongs to the pair's; it takes one request to the database", async () => {
  const { caller, callee, matchId } = await newPair();
  const third = await newPerson();
  await sandbox.makeMatch(caller, callee, third);
  const sid = newCallSid();
  const requests = await sandbox.requestsDuring(async () => {
    const { answer } = await ring({ CallSid: sid, From: clientOf(caller), To: clientOf(callee) });
    expect(verbsOf(answer)).toMatchObject([{ verb: "Dial" }]);
  });
  expect(requests).toEqual(["POST /rest/v1/rpc/begin_call"]);
  expect(await readCall(supabase, sid)).toMatchObject({ match_id: matchId });
});

test("members of a group ring each other in that group", async () => {
  const people = [await newPerson(), await newPerson(), await newPerson()] as const;
  const matchId = await sandbox.makeMatch(...people);
  const named = await ring({ From: clientOf(people[0]), To: clientOf(people[1]), matchId });
  expect(verbsOf(named.answer)).toMatchObject([{ verb: "Dial" }]);
  await expectRefusal(await ring({ From: clientOf(people[0]), To: clientOf(people[2]) }));
});

test("a stranger hears a refusal, with and without naming somebody's match", async () => {
  const { callee, matchId } = await newPair();
  const stranger = await newPerson();
  await expectRefusal(await ring({ From: clientOf(stranger), To: clientOf(callee) }));
  await expectRefusal(await ring({ From: clientOf(stranger), To: clientOf(callee), matchId }));
});

test("a block refuses calls in both directions, in the words a stranger hears", async () => {
  const { caller, callee, matchId } = await newPair();
  await supabase.query("insert into blocks (blocker_id, blocked_id) values ($1, $2)", [
    callee.id,
    caller.id,
  ]);
  const there = await ring({ From: clientOf(caller), To: clientOf(callee), matchId });
  const back = await ring({ From: clientOf(callee), To: clientOf(caller), matchId });
  await expectRefusal(there);
  await expectRefusal(back);
  const stranger = await ring({ From: clientOf(await newPerson()), To: clientOf(callee) });
  expect(there.answer.text).toBe(stranger.answer.text);
});

test("an ended match refuses calls", async () => {
  const { caller, callee, matchId } = await newPair();
  await supabase.query("update matches set ended_at = now() where id = $1", [matchId]);
  await expectRefusal(await ring({ From: clientOf(caller), To: clientOf(callee), matchId }));
});

test("somebody who left the match neither calls nor is called", async () => {
  const { caller, callee, matchId } = await newPair();
  await supabase.query(
    "update match_members set left_at = now() where match_id = $1 and profile_id = $2",
    [matchId, caller.id],
  );
  await expectRefusal(await ring({ From: clientOf(caller), To: clientOf(callee), matchId }));
  await expectRefusal(await ring({ From: clientOf(callee), To: clientOf(caller), matchId }));
});

test("the caller is who Twilio says, whatever the browser adds", async () => {
  const { caller, callee, matchId } = await newPair();
  const stranger = await newPerson();
  await expectRefusal(
    await ring({
      From: clientOf(stranger),
      To: clientOf(callee),
      matchId,
      Caller: clientOf(caller),
      callerId: clientOf(caller),
      caller_id: caller.id,
      from: clientOf(caller),
      identity: clientOf(caller),
    }),
  );
});

test("naming a match with somebody else does not open a way to a stranger", async () => {
  const { caller, matchId } = await newPair();
  const other = await newPair();
  await expectRefusal(await ring({ From: clientOf(caller), To: clientOf(other.callee), matchId }));
  await expectRefusal(
    await ring({ From: clientOf(caller), To: clientOf(other.callee), matchId: other.matchId }),
  );
});

test("malformed or unknown parties are refused, in words", async () => {
  const { caller, callee, matchId } = await newPair();
  const From = clientOf(caller);
  const To = clientOf(callee);
  const nobody = "client:u_00000000000040008000000000000999";
  await expectRefusal(await ring({ From, To: nobody }));
  await expectRefusal(await ring({ From: nobody, To }));
  await expectRefusal(await ring({ From, To: From }));
  await expectRefusal(await ring({ From, To: "" }));
  await expectRefusal(await ring({ From, To: `${To}'; drop table calls;--` }));
  await expectRefusal(await ring({ From, To, matchId: "not-a-match" }));
  await expectRefusal(await ring({ From: "client:admin", To, matchId }));
  await expectRefusal(await ring({ CallSid: "CA-not-a-sid", From, To, matchId }));
});

test("who is in another call is busy: no ring, and the caller's row says so", async () => {
  const { caller, callee, matchId } = await newPair();
  const other = await newPerson();
  await sandbox.makeMatch(other, callee);
  const first = await ring({ From: clientOf(other), To: clientOf(callee) });
  expect(verbsOf(first.answer)).toMatchObject([{ verb: "Dial" }]);

  const second = await ring({ From: clientOf(caller), To: clientOf(callee), matchId });
  expect(verbsOf(second.answer)).toEqual([{ verb: "Reject", reason: "busy" }]);
  expect(await readCall(supabase, second.sid)).toMatchObject({
    status: "busy",
    end_reason: "busy",
    duration_seconds: 0,
  });
});

test("Twilio asking twice about one call gets the same answer and one row", async () => {
  const { caller, callee, matchId } = await newPair();
  const form = { CallSid: newCallSid(), From: clientOf(caller), To: clientOf(callee), matchId };
  const first = await ring(form);
  const second = await ring(form);
  expect(second.answer.text).toBe(first.answer.text);
  expect(await readLegs(supabase, form.CallSid)).toHaveLength(2);
});

test("another person cannot take over a call that exists", async () => {
  const { caller, callee } = await newPair();
  const other = await newPair();
  const CallSid = newCallSid();
  await ring({ CallSid, From: clientOf(caller), To: clientOf(callee) });
  const { answer } = await ring({
    CallSid,
    From: clientOf(other.caller),
    To: clientOf(other.callee),
  });
  expect(verbsOf(answer)).toMatchObject([{ verb: "Say" }, { verb: "Hangup" }]);
  expect(await readCall(supabase, CallSid)).toMatchObject({ caller_id: caller.id });
});

test("a caller's name cannot break out of the TwiML", async () => {
  const { caller, callee } = await newPair();
  const name = `"/><Number>+1900</Number> & <O'Neil>`;
  await supabase.query("update profiles set display_name = $1 where id = $2", [name, caller.id]);
  const { answer } = await ring({ From: clientOf(caller), To: clientOf(callee) });
  const [dial] = verbsOf(answer);
  expect(dial?.verb === "Dial" && dial.targets).toMatchObject([
    { noun: "Client", parameters: { callerName: name } },
  ]);
});

test("the alias answers like the route", async () => {
  const { caller, callee } = await newPair();
  const form = { From: clientOf(caller), To: clientOf(callee) };
  const { answer } = await ring(form, "/api/twilio/twiml?source=app");
  expect(verbsOf(answer)).toMatchObject([{ verb: "Dial" }]);
});

test("an unsigned request gets no TwiML and opens no row", async () => {
  const { caller, callee } = await newPair();
  const form = { CallSid: newCallSid(), From: clientOf(caller), To: clientOf(callee) };
  const answer = await callRoute(POST, {
    path: "/api/twilio/voice/incoming",
    form,
    headers: { "x-twilio-signature": "" },
  });
  expect(answer.status).toBe(403);
  expect(answer.json).toMatchObject({ ok: false, error: { code: "bad_signature" } });
  expect(await readCall(supabase, form.CallSid)).toBeUndefined();
});

test("when the database fails, Twilio is told so and turns to the fallback URL", async () => {
  const { caller, callee } = await newPair();
  sandbox.failSupabase({ path: "begin_call", status: 503, times: 9 });
  const { answer } = await ring({ From: clientOf(caller), To: clientOf(callee) });
  expect(answer.status).toBeGreaterThanOrEqual(500);
});
