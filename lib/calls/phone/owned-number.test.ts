import { describe, expect, test } from "vitest";
import { giveNumber } from "../../../e2e/integration/own-numbers";
import type { Person } from "../../../e2e/integration/people";
import { callRoute, startSandboxEnv } from "../../../e2e/integration/sandbox-env";
import { readPhoneCall } from "../../../e2e/integration/telephones";
import { clientOf, newCallSid, verbsOf } from "../../../e2e/integration/voice";

const sandbox = await startSandboxEnv();
const { supabase, publicUrl } = sandbox;
const incoming = await import("@/app/api/twilio/voice/incoming/route");
const dialResult = await import("@/app/api/twilio/voice/dial-result/route");
const whisper = await import("@/app/api/twilio/voice/whisper/route");
const voicemail = await import("@/app/api/twilio/voice/voicemail/route");

const voice = `${publicUrl}/api/twilio/voice`;
const retries = "#rc=3&rp=ct,rt,5xx";
const stranger = "+14155559876";
const telephone = (n: number) => `+1415555010${n}`;

let nextPhone = 0;
const newPerson = () => sandbox.signIn(`+1415555${String(4400 + nextPhone++)}`);
async function newOwner() {
  const owner = await newPerson();
  return { owner, ...(await giveNumber(sandbox, owner)) };
}
type Owned = Awaited<ReturnType<typeof newOwner>>;

type Condition = "always" | "busy" | "no-answer";
async function forward({ id }: Owned, condition: Condition, to: string, position = 0) {
  await supabase.query(
    `insert into forwarding_rules (number_id, condition, forward_to, ring_timeout, position)
     values ($1, $2, $3, 15, $4)`,
    [id, condition, to, position],
  );
}

/** A call from a telephone, and how its dials end. */
async function call(To: string, From = stranger, CallSid = newCallSid()) {
  const first = await callRoute(incoming.POST, {
    path: "/api/twilio/voice/incoming",
    form: { CallSid, From, To, CallStatus: "ringing", Direction: "inbound" },
  });
  return {
    sid: CallSid,
    text: first.text,
    verbs: verbsOf(first),
    /** The dial of a step ends so; what Twilio is to do then. */
    async dialled(step: string, DialCallStatus: string, DialCallSid = newCallSid()) {
      const answer = await callRoute(dialResult.POST, {
        path: `/api/twilio/voice/dial-result?step=${step}`,
        form: { CallSid, DialCallSid, DialCallStatus },
      });
      return verbsOf(answer);
    },
  };
}

const rings = (noun: "Client" | "Number", to: string, step: string, more: object = {}) => [
  expect.objectContaining({
    verb: "Dial",
    action: `${voice}/dial-result?step=${step}${retries}`,
    targets: [expect.objectContaining({ noun, to, ...more })],
  }),
];
const app = ({ owner }: Owned) =>
  rings("Client", clientOf(owner).slice("client:".length), "owned-app");
const rule = (to: string, step: string) => rings("Number", to, step);
const takesMessage = [
  expect.objectContaining({ verb: "Say" }),
  expect.objectContaining({ verb: "Record" }),
  expect.objectContaining({ verb: "Say", text: expect.stringContaining("Goodbye") }),
  { verb: "Hangup" },
];
const refusal = [expect.objectContaining({ verb: "Say" }), { verb: "Hangup" }];

test("a stranger's call rings the owner's app, and nobody learns the stranger's number", async () => {
  const owned = await newOwner();
  const { verbs, sid, text } = await call(owned.number);
  expect(verbs).toEqual(app(owned));
  expect(verbs).toMatchObject([
    {
      callerId: owned.number,
      timeout: 25,
      answerOnBridge: true,
      targets: [
        {
          parameters: { callerName: "Somebody", numberName: owned.number, via: "phone" },
          statusCallback: { url: `${voice}/status${retries}` },
        },
      ],
    },
  ]);
  expect(text).not.toContain(stranger.slice(1));
  const kept = await supabase.query<{ row: string }>(
    `select row_to_json(c)::text as row from calls c where provider_sid = $1
     union all select row_to_json(e)::text from call_events e where provider_sid = $1`,
    [sid],
  );
  expect(kept.map(({ row }) => row).join()).not.toContain(stranger.slice(1));
  expect(await readPhoneCall(supabase, sid)).toMatchObject({
    kind: "phone",
    legs: [
      { role: "caller", channel: "phone", who: null },
      { role: "callee", channel: "app" },
    ],
  });
});

test("a match is shown by name, and the call belongs to the match", async () => {
  const owned = await newOwner();
  const ben = await newPerson();
  const matchId = await sandbox.makeMatch(owned.owner, ben);
  const { verbs, text } = await call(owned.number, ben.phone);
  expect(verbs).toMatchObject([
    {
      targets: [
        { parameters: { matchId, callerId: ben.id, callerName: expect.stringMatching(/^Person/) } },
      ],
    },
  ]);
  expect(text).not.toContain(ben.phone.slice(1));
});

test("who the owner has blocked hears what callers of nobody's number hear", async () => {
  const owned = await newOwner();
  const eve = await newPerson();
  await supabase.query("insert into blocks (blocker_id, blocked_id) values ($1, $2)", [
    owned.owner.id,
    eve.id,
  ]);
  const blocked = await call(owned.number, eve.phone);
  const nobodys = await call("+16285559999", eve.phone);
  expect(blocked.verbs).toEqual(refusal);
  expect(blocked.text).toBe(nobodys.text);
  await supabase.query("update phone_numbers set released_at = now() where id = $1", [owned.id]);
  expect((await call(owned.number)).text).toBe(nobodys.text);
  expect(await readPhoneCall(supabase, blocked.sid)).toBeUndefined();
});

test("when nobody answers the rules for that follow, then voicemail", async () => {
  const owned = await newOwner();
  await forward(owned, "busy", telephone(3));
  await forward(owned, "no-answer", telephone(1), 0);
  await forward(owned, "no-answer", telephone(2), 1);
  const { verbs, dialled, sid } = await call(owned.number);
  expect(verbs).toEqual(app(owned));
  const second = await dialled("owned-app", "no-answer");
  expect(second).toEqual(rule(telephone(1), "owned-no-answer-0"));
  expect(second).toMatchObject([
    {
      callerId: owned.number,
      timeout: 15,
      targets: [{ whisper: { url: `${voice}/whisper?call=${sid}${retries}` } }],
    },
  ]);
  expect(await dialled("owned-no-answer-0", "busy")).toEqual(
    rule(telephone(2), "owned-no-answer-1"),
  );
  expect(await dialled("owned-no-answer-1", "failed")).toEqual(takesMessage);
  expect(await readPhoneCall(supabase, sid)).toMatchObject({
    status: "no-answer",
    duration_seconds: 0,
  });
});

test("who calls again and again has no more of it forwarded than 100 a day, nor 50 messages", async () => {
  const owned = await newOwner();
  await forward(owned, "always", telephone(1));
  const full = (name: string, hits: number) =>
    supabase.query("update rate_limits set hits = $2 where key like $1 || ':%'", [name, hits]);
  expect((await call(owned.number)).verbs).toEqual(rule(telephone(1), "owned-always-0"));
  await full("forwards-day", 100);
  expect((await call(owned.number)).verbs).toEqual(takesMessage);
  await full("messages-day", 50);
  const { verbs, sid } = await call(owned.number);
  expect(verbs).toEqual(refusal);
  expect(await readPhoneCall(supabase, sid)).toMatchObject({ status: "canceled" });
  await supabase.query("delete from rate_limits");
});

test("a forwarded telephone that was picked up by a machine has not taken the call", async () => {
  const owned = await newOwner();
  await forward(owned, "always", telephone(1));
  const { dialled } = await call(owned.number);
  expect(await dialled("owned-always-0", "completed")).toEqual(takesMessage);
});

test("one where a person has pressed 1 has: when they hang up, the call is over", async () => {
  const owned = await newOwner();
  await forward(owned, "always", telephone(1), 0);
  await forward(owned, "always", telephone(2), 1);
  const { verbs, dialled, sid } = await call(owned.number);
  expect(verbs).toEqual(rule(telephone(1), "owned-always-0"));
  const leg = newCallSid();
  const asked = await callRoute(whisper.POST, {
    path: `/api/twilio/voice/whisper?call=${sid}`,
    form: { CallSid: leg, ParentCallSid: sid, Digits: "1" },
  });
  expect(verbsOf(asked)).toEqual([]);
  expect(await dialled("owned-always-0", "completed", leg)).toEqual([{ verb: "Hangup" }]);
  expect(await readPhoneCall(supabase, sid)).toMatchObject({
    status: "completed",
    legs: [{ role: "caller" }, { role: "callee", channel: "phone", joined: true }],
  });
});

test.each([
  ["talks in the app and hangs up", "completed"],
  ["is hung up on by the caller", "canceled"],
])("no rule follows when the owner %s", async (_, outcome) => {
  const owned = await newOwner();
  await forward(owned, "no-answer", telephone(1));
  const { dialled } = await call(owned.number);
  expect(await dialled("owned-app", outcome)).toEqual([{ verb: "Hangup" }]);
});

describe("an owner who is in another call", () => {
  async function busy(owned: Owned): Promise<void> {
    const ben: Person = await newPerson();
    await sandbox.makeMatch(owned.owner, ben);
    await callRoute(incoming.POST, {
      path: "/api/twilio/voice/incoming",
      form: { CallSid: newCallSid(), From: clientOf(owned.owner), To: clientOf(ben) },
    });
  }

  test("is not rung: callers get to voicemail, and the call counts as missed", async () => {
    const owned = await newOwner();
    await busy(owned);
    await forward(owned, "no-answer", telephone(1));
    const { verbs, sid } = await call(owned.number);
    expect(verbs).toEqual(takesMessage);
    expect(await readPhoneCall(supabase, sid)).toMatchObject({
      ...{ status: "busy", end_reason: "busy" },
    });
  });

  test("has them forwarded by the rules for that", async () => {
    const owned = await newOwner();
    await busy(owned);
    await forward(owned, "busy", telephone(1));
    const { verbs, dialled } = await call(owned.number);
    expect(verbs).toEqual(rule(telephone(1), "owned-busy-0"));
    expect(await dialled("owned-busy-0", "no-answer")).toEqual(takesMessage);
  });
});

test("rules to numbers that may not be called any more are passed over", async () => {
  const owned = await newOwner();
  await forward(owned, "always", "+5511912345678", 0);
  const other = await newOwner();
  await forward(owned, "always", other.number, 1);
  expect((await call(owned.number)).verbs).toEqual(rule(other.number, "owned-always-0"));
});

test("a call that was forwarded in a circle is not taken again", async () => {
  const [one, two] = [await newOwner(), await newOwner()];
  await call(one.number);
  expect((await call(two.number, one.number)).verbs).toEqual(app(two));
  expect((await call(one.number, two.number)).verbs).toEqual(refusal);
  expect((await call(one.number, one.number)).verbs).toEqual(refusal);
});

describe("voicemail", () => {
  const reach = async (owned: Owned) =>
    (await call(owned.number)).dialled("owned-app", "no-answer");

  test("greets in the owner's name, and takes two minutes with a transcript", async () => {
    const owned = await newOwner();
    await supabase.query("update profiles set display_name = 'Ada +1415 Lee' where id = $1", [
      owned.owner.id,
    ]);
    expect(await reach(owned)).toMatchObject([
      { verb: "Say", text: expect.stringMatching(/^Ada cannot take your call right now\./) },
      {
        verb: "Record",
        maxLength: 120,
        playBeep: true,
        finishOnKey: "#",
        transcribe: true,
        transcribeCallback: `${voice}/transcription?kind=voicemail${retries}`,
        statusCallback: {
          url: `${voice}/recording?kind=voicemail${retries}`,
          events: ["in-progress", "completed", "absent"],
        },
        action: `${voice}/voicemail${retries}`,
      },
      { verb: "Say", text: "There was no message. Goodbye." },
      { verb: "Hangup" },
    ]);
  });

  test("or in the owner's words, which stay words", async () => {
    const owned = await newOwner();
    const greeting = "<Dial>+19005550100</Dial> & so on";
    await supabase.query("update phone_numbers set greeting = $2 where id = $1", [
      owned.id,
      greeting,
    ]);
    expect(await reach(owned)).toMatchObject([
      { verb: "Say", text: greeting },
      { verb: "Record" },
      { verb: "Say" },
      { verb: "Hangup" },
    ]);
  });

  test("ends politely after the message", async () => {
    const answer = await callRoute(voicemail.POST, {
      path: "/api/twilio/voice/voicemail",
      form: { CallSid: newCallSid(), RecordingDuration: "12" },
    });
    expect(verbsOf(answer)).toEqual([
      expect.objectContaining({ verb: "Say", text: expect.stringContaining("Thank you") }),
      { verb: "Hangup" },
    ]);
  });
});

test("Twilio asking twice gets the same answer twice, at every step", async () => {
  const owned = await newOwner();
  const first = await call(owned.number);
  const second = await call(owned.number, stranger, first.sid);
  expect(second.text).toBe(first.text);
  const leg = newCallSid();
  expect(await first.dialled("owned-app", "no-answer", leg)).toEqual(takesMessage);
  expect(await first.dialled("owned-app", "no-answer", leg)).toEqual(takesMessage);
});

test.each(["owned-never-0", "owned-", "owned-always-99999999999999999999"])(
  "the step %s ends the call",
  async (step) => {
    const owned = await newOwner();
    const { dialled } = await call(owned.number);
    expect((await dialled(step, "no-answer")).at(-1)).toEqual({ verb: "Hangup" });
  },
);

test("a number that is released during the call rings nowhere any more", async () => {
  const owned = await newOwner();
  await forward(owned, "no-answer", telephone(1));
  const { dialled } = await call(owned.number);
  await supabase.query("update phone_numbers set released_at = now() where id = $1", [owned.id]);
  expect(await dialled("owned-app", "no-answer")).toEqual([{ verb: "Hangup" }]);
});
