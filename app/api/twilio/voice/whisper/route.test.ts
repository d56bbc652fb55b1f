import { beforeEach, expect, test } from "vitest";
import { callRoute, startSandboxEnv } from "../../../../../e2e/integration/sandbox-env";
import { phonePair, readPhoneCall } from "../../../../../e2e/integration/telephones";
import { newCallSid, verbsOf } from "../../../../../e2e/integration/voice";

const sandbox = await startSandboxEnv();
const { supabase, publicUrl } = sandbox;
const { POST } = await import("./route");
const dialResult = await import("@/app/api/twilio/voice/dial-result/route");
const { beginPhoneCall } = await import("@/lib/calls/phone/phone-call");

beforeEach(() => supabase.query("update calls set started_at = started_at - interval '5 hours'"));

async function newCall() {
  const { caller, callee, matchId } = await phonePair(sandbox);
  const providerSid = newCallSid();
  await beginPhoneCall({ providerSid, callerId: caller.id, callerChannel: "app", matchId });
  return { providerSid, legSid: newCallSid(), caller, callee };
}

async function pickUp(
  { providerSid, legSid }: { providerSid: string; legSid: string },
  digits?: string,
  again = "",
) {
  const answer = await callRoute(POST, {
    path: `/api/twilio/voice/whisper?call=${providerSid}${again}`,
    form: {
      ...{ CallSid: legSid, ParentCallSid: providerSid },
      ...(digits !== undefined && { Digits: digits }),
    },
  });
  return { answer, verbs: verbsOf(answer) };
}

test("whoever picks up hears who calls, twice, and is hung up on without a key", async () => {
  const call = await newCall();
  const { verbs, answer } = await pickUp(call);
  expect(verbs).toMatchObject([
    {
      verb: "Gather",
      numDigits: 1,
      action: `${publicUrl}/api/twilio/voice/whisper?call=${call.providerSid}#rc=3&rp=ct,rt,5xx`,
      prompts: [{ text: "Call from Person on Duet. Press 1 to take it.", loop: 2 }],
    },
    { verb: "Hangup" },
  ]);
  for (const { phone } of [call.caller, call.callee]) {
    expect(answer.text).not.toContain(phone.slice(1));
  }
});

test("1 connects, and only then have they joined", async () => {
  const call = await newCall();
  await pickUp(call);
  const status = async () => (await readPhoneCall(supabase, call.providerSid))?.status;
  expect(await status()).toBe("initiated");
  expect((await pickUp(call, "1")).verbs).toEqual([]);
  expect(await status()).toBe("in-progress");
});

test("another key is explained once; 2 is one, as long as no recording is asked for", async () => {
  const call = await newCall();
  expect((await pickUp(call, "2")).verbs).toMatchObject([
    { verb: "Gather", prompts: [{ text: expect.stringMatching(/^That key does nothing here\./) }] },
    { verb: "Hangup" },
  ]);
  expect((await pickUp(call, "5", "&again=1")).verbs).toEqual([{ verb: "Hangup" }]);
  expect(await readPhoneCall(supabase, call.providerSid)).toMatchObject({ status: "initiated" });
});

test("a name that is not one is not spoken", async () => {
  const call = await newCall();
  await supabase.query("update profiles set display_name = '+1 900 555 0100' where id = $1", [
    call.caller.id,
  ]);
  expect((await pickUp(call)).verbs).toMatchObject([
    { prompts: [{ text: "Call from Somebody on Duet. Press 1 to take it." }] },
    { verb: "Hangup" },
  ]);
});

test("nobody is connected to a call that is over, unknown, or that a block has closed", async () => {
  const unknown = { providerSid: newCallSid(), legSid: newCallSid() };
  expect((await pickUp(unknown, "1")).verbs).toEqual([{ verb: "Hangup" }]);
  const blocked = await newCall();
  await supabase.query("insert into blocks (blocker_id, blocked_id) values ($1, $2)", [
    blocked.callee.id,
    blocked.caller.id,
  ]);
  expect((await pickUp(blocked, "1")).verbs).toEqual([{ verb: "Hangup" }]);
  const over = await newCall();
  await supabase.query("update calls set status = 'canceled' where provider_sid = $1", [
    over.providerSid,
  ]);
  expect((await pickUp(over, "1")).verbs).toEqual([{ verb: "Hangup" }]);
});

test("nobody is connected to somebody's own number by a call that a block has closed", async () => {
  const call = await newCall();
  // Twilio did not hang up when it was told to.
  await supabase.query(
    `with owned as (
       insert into phone_numbers (number, owner_id, country, provider_sid)
       values ('+16285550001', $2, 'US', 'PN' || repeat('a', 32)) returning id
     ) update calls set number_id = owned.id, end_reason = 'blocked' from owned where provider_sid = $1`,
    [call.providerSid, call.callee.id],
  );
  expect((await pickUp(call, "1")).verbs).toEqual([{ verb: "Hangup" }]);
});

test("a Twilio that is slow to record keeps nobody waiting to be connected", async () => {
  const call = await newCall();
  await supabase.query(
    `insert into call_requests (profile_id, idempotency_key, fingerprint, match_id, record, call_sid)
     select caller_id, 'key', '', match_id, true, provider_sid from calls where provider_sid = $1`,
    [call.providerSid],
  );
  const agreed = () => supabase.query("select profile_id from recording_consents");
  const connect = (digits: string) =>
    callRoute(
      async (request: Request, context: unknown) => {
        const answer = await POST(request, context as Parameters<typeof POST>[1]);
        return Response.json({ answer: await answer.text(), agreed: await agreed() });
      },
      {
        path: `/api/twilio/voice/whisper?call=${call.providerSid}`,
        form: { CallSid: call.legSid, ParentCallSid: call.providerSid, Digits: digits },
      },
    );
  expect((await connect("1")).json).toEqual({
    answer: expect.stringMatching(/<Response\/>$/),
    agreed: [],
  });
  expect(await agreed()).toEqual([{ profile_id: call.callee.id }]);
});

test("a telephone that could not even be dialled fails the call", async () => {
  const call = await newCall();
  const answer = await callRoute(dialResult.POST, {
    path: "/api/twilio/voice/dial-result?step=phone",
    form: { CallSid: call.providerSid, DialCallStatus: "failed", ErrorCode: "13224" },
  });
  expect(verbsOf(answer)).toMatchObject([{ verb: "Say" }, { verb: "Hangup" }]);
  expect(await readPhoneCall(supabase, call.providerSid)).toMatchObject({ status: "failed" });
});

test("a forged key connects nobody", async () => {
  const call = await newCall();
  const answer = await callRoute(POST, {
    path: `/api/twilio/voice/whisper?call=${call.providerSid}`,
    form: { CallSid: call.legSid, Digits: "1" },
    headers: { "x-twilio-signature": "Zm9yZ2Vk" },
  });
  expect(answer.status).toBe(403);
  expect(await readPhoneCall(supabase, call.providerSid)).toMatchObject({ status: "initiated" });
});
