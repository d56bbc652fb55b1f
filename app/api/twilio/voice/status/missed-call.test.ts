import { expect, test } from "vitest";
import type { Person } from "../../../../../e2e/integration/people";
import { callRoute, startSandboxEnv } from "../../../../../e2e/integration/sandbox-env";
import { callbacksOf, clientOf, newCallSid, readCall } from "../../../../../e2e/integration/voice";

const sandbox = await startSandboxEnv();
const { supabase } = sandbox;
const { POST: status } = await import("@/app/api/twilio/voice/status/route");
const { POST: incoming } = await import("@/app/api/twilio/voice/incoming/route");
const { missedCallBody } = await import("@/lib/calls/missed-call-text");

let nextPhone = 150;
async function newPair({ optedIn = true } = {}) {
  const caller = await sandbox.signIn(`+14155550${nextPhone++}`);
  const callee = await sandbox.signIn(`+14155550${nextPhone++}`);
  const matchId = await sandbox.makeMatch(caller, callee);
  await supabase.query("update profiles set display_name = 'Ada Lovelace' where id = $1", [
    caller.id,
  ]);
  await supabase.query("update private_profiles set text_missed_calls = $1 where id = $2", [
    optedIn,
    callee.id,
  ]);
  return { caller, callee, matchId };
}

/** Calls, and lets the callee's leg end with this status. */
async function callUntil(ending: string, { caller, callee }: { caller: Person; callee: Person }) {
  const sid = newCallSid();
  const { child } = callbacksOf(sid, clientOf(caller), clientOf(callee));
  await callRoute(incoming, {
    path: "/api/twilio/voice/incoming",
    form: { CallSid: sid, From: clientOf(caller), To: clientOf(callee) },
  });
  const forms = [child("ringing", 1)];
  if (ending === "completed") forms.push(child("in-progress", 2));
  forms.push(child(ending, 9));
  for (const form of forms) await callRoute(status, { path: "/api/twilio/voice/status", form });
  expect(await readCall(supabase, sid)).toMatchObject({ status: ending });
}

async function textsTo({ phone }: Person): Promise<string[]> {
  // Sent texts take a moment to arrive; their resources exist at once.
  const { config, url } = sandbox.twilio;
  const response = await fetch(
    `${url}/2010-04-01/Accounts/${config.accountSid}/Messages.json?To=${encodeURIComponent(phone)}`,
    { headers: { Authorization: `Basic ${btoa(`${config.accountSid}:${config.authToken}`)}` } },
  );
  const { messages } = (await response.json()) as { messages: { body: string }[] };
  return messages.map(({ body }) => body);
}

test.each(["no-answer", "canceled", "failed"])(
  "who wants it is texted about a call that ended as %s, with a first name and no number",
  async (ending) => {
    const { caller, callee, matchId } = await newPair();
    await callUntil(ending, { caller, callee });
    const texts = await textsTo(callee);
    expect(texts).toEqual([
      `Duet: you missed a call from Ada. Call back: ${sandbox.publicUrl}/matches/${matchId}`,
    ]);
    expect(texts.join()).not.toContain(caller.phone.slice(1));
    const { url } = sandbox.twilio;
    await expect
      .poll(async () => (await fetch(`${url}/phones/${callee.phone}/messages`)).json())
      .toMatchObject([{ body: texts[0] }]);
  },
);

test("who did not opt in is not texted", async () => {
  const people = await newPair({ optedIn: false });
  await callUntil("no-answer", people);
  expect(await textsTo(people.callee)).toEqual([]);
});

test.each(["completed", "busy"])(
  "nobody is texted about a call that they took or declined (%s)",
  async (ending) => {
    const people = await newPair();
    await callUntil(ending, people);
    expect(await textsTo(people.callee)).toEqual([]);
  },
);

test("nobody is texted about a talk whose end is heard of before its beginning", async () => {
  const { caller, callee } = await newPair();
  const sid = newCallSid();
  const { child, parent } = callbacksOf(sid, clientOf(caller), clientOf(callee));
  await callRoute(incoming, {
    path: "/api/twilio/voice/incoming",
    form: { CallSid: sid, From: clientOf(caller), To: clientOf(callee) },
  });
  const [ringing, over] = [child("ringing", 1), child("completed", 62, { CallDuration: "60" })];
  for (const form of [ringing, parent("completed", 62), over]) {
    await callRoute(status, { path: "/api/twilio/voice/status", form });
  }
  expect(await readCall(supabase, sid)).toMatchObject({ status: "completed" });
  expect(await textsTo(callee)).toEqual([]);
});

test("a match that is muted stays silent", async () => {
  const people = await newPair();
  await supabase.query(
    "update match_members set muted_until = now() + interval '1 hour' where profile_id = $1",
    [people.callee.id],
  );
  await callUntil("no-answer", people);
  expect(await textsTo(people.callee)).toEqual([]);
});

test("calling again and again causes one text", async () => {
  const people = await newPair();
  for (let time = 0; time < 3; time += 1) await callUntil("canceled", people);
  expect(await textsTo(people.callee)).toHaveLength(1);
});

test("who was in another call is told of the one they missed", async () => {
  const { caller, callee } = await newPair();
  const other = await sandbox.signIn("+14155550149");
  await sandbox.makeMatch(other, callee);
  for (const from of [other, caller]) {
    await callRoute(incoming, {
      path: "/api/twilio/voice/incoming",
      form: { CallSid: newCallSid(), From: clientOf(from), To: clientOf(callee) },
    });
  }
  expect(await textsTo(callee)).toMatchObject([expect.stringContaining("from Ada.")]);
});

test("a text that Twilio refuses does not fail the webhook", async () => {
  const people = await newPair();
  await supabase.query("update private_profiles set phone = '+15005550004' where id = $1", [
    people.callee.id,
  ]);
  await callUntil("no-answer", people);
});

test.each([
  ["Ada Lovelace", "Ada"],
  ["José", "José"],
  ["O'Neil", "O'Neil"],
  ["Call +14155550100 now", "Call"],
  ["4155550100", "someone"],
  ["www.evil.example", "www"],
  ["", "someone"],
  [undefined, "someone"],
])("a caller named %j is %j in a text", (name, shown) => {
  expect(missedCallBody(name, "m")).toContain(`a call from ${shown}. `);
});
