import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Person } from "@/e2e/integration/people";
import { startRooms } from "@/e2e/integration/rooms";
import { callRoute, startSandboxEnv } from "@/e2e/integration/sandbox-env";
import { answersByThemselves, callFrom, readCall, readLegs } from "@/e2e/integration/voice";
import { Call } from "@/sandbox/twilio/calls/call";
import { newSid } from "@/sandbox/twilio/sids";

const sandbox = await startSandboxEnv();
const { supabase, twilio } = sandbox;
const { calls, rooms: twilioRooms, recordings, transcriptions, faults } = twilio.context;
const { POST } = await import("@/app/api/cron/reconcile/route");
const { POST: housekeeping } = await import("@/app/api/cron/housekeeping/route");
const { runJob } = await import("@/lib/operations/job-run");
const { ApiError } = await import("@/lib/api/errors");
const { recordCallEvent } = await import("@/lib/calls/record-event");
// Neither /voice/status nor /voice/dial-result is served: what Twilio says of calls is lost.
sandbox.serve({
  "/api/twilio/voice/incoming": () => import("@/app/api/twilio/voice/incoming/route"),
});
const rooms = await startRooms(sandbox);

let phones = 1500;
const newPerson = () => sandbox.signIn(`+1415555${phones++}`);
let ada: Person;
let ben: Person;
let matchId: string;
afterEach(() => {
  vi.useRealTimers();
});
beforeEach(async () => {
  faults.clear();
  await supabase.query("delete from calls");
  await supabase.query("delete from call_checks");
  [ada, ben] = [await newPerson(), await newPerson()];
  matchId = await sandbox.makeMatch(ada, ben);
  answersByThemselves(sandbox, ben);
});

interface Outcome {
  checked: number;
  repaired: number;
  ended: number;
  failed: number;
  costs: number;
  more: boolean;
}
const run = async (secret = process.env.CRON_SECRET) => {
  const path = "/api/cron/reconcile";
  const answer = await callRoute(POST, { path, ...(secret && { token: secret }) });
  return { status: answer.status, ...(answer.json as Outcome) };
};
const passTime = () => supabase.query("update call_checks set due_at = now()");
const waiting = () => supabase.query("select provider_sid from call_checks");
const statusAtTwilio = (sid: string) => calls.get(sid)?.status;

/** A call that goes on at Twilio and of which the row knows nothing but that it was begun. */
async function untoldCall(): Promise<string> {
  const sid = callFrom(sandbox, ada, ben);
  await expect.poll(() => statusAtTwilio(sid)).toBe("in-progress");
  await expect
    .poll(() => calls.list().find((leg) => leg.parentCallSid === sid)?.status)
    .toBe("in-progress");
  expect(await readCall(supabase, sid)).toMatchObject({ status: "initiated" });
  return sid;
}
const hangUpAtTwilio = async (sid: string) => {
  await calls.update(sid, { status: "completed" });
  await expect.poll(() => statusAtTwilio(sid)).toBe("completed");
};

describe("a call whose callbacks were all lost", () => {
  test("is told as it was: answered, how long, when it ended", async () => {
    const sid = await untoldCall();
    sandbox.passSeconds(65);
    await hangUpAtTwilio(sid);
    await passTime();
    expect(await run()).toMatchObject({
      checked: 1,
      repaired: 1,
      ended: 0,
      failed: 0,
      more: false,
    });

    const row = await readCall(supabase, sid);
    expect(row).toMatchObject({ status: "completed", end_reason: "hangup" });
    expect(row?.duration_seconds).toBeGreaterThanOrEqual(64);
    expect(row?.duration_seconds).toBeLessThanOrEqual(66);
    const endTime = calls.get(sid)?.endTime ?? 0;
    expect(Math.abs(Date.parse(row?.ended_at ?? "") - endTime)).toBeLessThan(1500);
    expect(await readLegs(supabase, sid)).toMatchObject([
      { role: "caller", status: "completed", profile_id: ada.id },
      { role: "callee", status: "completed", profile_id: ben.id },
    ]);
    const sources = await supabase.query("select distinct source from call_events");
    expect(sources).toEqual([{ source: "reconcile" }]);
    expect(await waiting()).toEqual([]);
  });

  test("is left alone before it is due, and shown as live while it goes on", async () => {
    const sid = await untoldCall();
    expect(await run()).toMatchObject({ checked: 0 });
    await passTime();
    expect(await run()).toMatchObject({ checked: 1, repaired: 1, ended: 0, more: false });
    expect(await readCall(supabase, sid)).toMatchObject({ status: "in-progress", ended_at: null });
    expect(statusAtTwilio(sid)).toBe("in-progress");

    // Looked at again later, not at once.
    expect(await run()).toMatchObject({ checked: 0 });
    expect(await waiting()).toHaveLength(1);
    await hangUpAtTwilio(sid);
  });

  test("is repaired once, by two at the same time", async () => {
    const sid = await untoldCall();
    await hangUpAtTwilio(sid);
    await passTime();
    const both = await Promise.all([run(), run()]);
    expect(both.map(({ failed }) => failed)).toEqual([0, 0]);
    expect(both.reduce((sum, { repaired }) => sum + repaired, 0)).toBe(1);
    const lines = await supabase.query("select id from messages where match_id = $1", [matchId]);
    expect(lines).toHaveLength(1);
    await passTime();
    expect(await run()).toMatchObject({ checked: 0, repaired: 0 });
    expect(await readCall(supabase, sid)).toMatchObject({ status: "completed" });
  });
});

test("a call that was not answered is done with, though Twilio tells no end of its leg", async () => {
  const sid = await untoldCall();
  await hangUpAtTwilio(sid);
  const leg = calls.get(calls.list({ parentCallSid: sid })[0]?.sid ?? "");
  Object.assign(leg ?? {}, { status: "no-answer", startTime: null, endTime: null, duration: 0 });
  await passTime();
  expect(await run()).toMatchObject({ checked: 1, repaired: 1, ended: 0, failed: 0 });
  expect(await waiting()).toEqual([]);
});

test("a call that Twilio does not know is over", async () => {
  const sid = newSid("CA");
  await supabase.query(
    "insert into calls (provider_sid, kind, match_id, caller_id) values ($1, 'voice', $2, $3)",
    [sid, matchId, ada.id],
  );
  await supabase.query(
    `insert into call_participants (call_id, leg_sid, profile_id, role)
     select id, provider_sid, caller_id, 'caller' from calls`,
  );
  await passTime();
  expect(await run()).toMatchObject({ checked: 1, repaired: 1 });
  expect(await readCall(supabase, sid)).toMatchObject({ status: "canceled", duration_seconds: 0 });
  expect(await waiting()).toEqual([]);
});

describe("what outlived its call", () => {
  test("a call between two who have blocked each other is hung up", async () => {
    const sid = await untoldCall();
    await supabase.query("insert into blocks (blocker_id, blocked_id) values ($1, $2)", [
      ben.id,
      ada.id,
    ]);
    await passTime();
    expect(await run()).toMatchObject({ ended: 1 });
    await expect.poll(() => statusAtTwilio(sid)).toBe("completed");
    await passTime();
    await run();
    expect(await readCall(supabase, sid)).toMatchObject({ status: "completed" });
  });

  test("a room that is over here is completed there", async () => {
    const { sid } = await rooms.ask(ada, { room: matchId });
    await supabase.query("update calls set closed_at = now() where provider_sid = $1", [sid]);
    expect(rooms.roomOf(sid).status).toBe("in-progress");
    await passTime();
    expect(await run()).toMatchObject({ ended: 1, more: false });
    expect(rooms.roomOf(sid).status).toBe("completed");
  });

  test("so is one for which nobody opened a call", async () => {
    const { sid } = twilioRooms.create({ uniqueName: matchId });
    const heard = { event: "room-created", status: "initiated", idempotencyKey: sid } as const;
    await recordCallEvent({ providerSid: sid, legSid: sid, payload: {}, ...heard });
    await passTime();
    expect(await run()).toMatchObject({ ended: 1 });
    expect(rooms.roomOf(sid).status).toBe("completed");
  });

  test("a relay whose time is over frees its number", async () => {
    await supabase.query(
      "insert into phone_numbers (number, country) values ('+14155559901', 'US')",
    );
    await supabase.query(
      `insert into relays (match_id, number_id, expires_at)
       select $1, id, now() - interval '1 minute' from phone_numbers where number = '+14155559901'`,
      [matchId],
    );
    expect(await run()).toMatchObject({ ended: 1 });
    expect(await supabase.query("select id from relays where ended_at is null")).toEqual([]);
  });
});

test("who was in a room, and how long, is told after its callbacks were lost", async () => {
  const { sid } = await rooms.ask(ada, { room: matchId });
  faults.add({ target: "webhook", kind: "drop", match: "/video/status" });
  rooms.enter(sid, ada);
  sandbox.passSeconds(5);
  const stay = rooms.enter(sid, ben);
  await passTime();
  expect(await run()).toMatchObject({ repaired: 1, ended: 0 });
  expect(await readCall(supabase, sid)).toMatchObject({ status: "in-progress" });

  sandbox.passSeconds(30);
  stay.leave();
  rooms.roomOf(sid).complete();
  await passTime();
  expect(await run()).toMatchObject({ repaired: 1 });
  const row = await readCall(supabase, sid);
  expect(row).toMatchObject({ status: "completed", end_reason: "hangup" });
  expect(row?.duration_seconds).toBeGreaterThanOrEqual(29);
  expect(await waiting()).toEqual([]);
});

test("what calls cost is kept, leg by leg, and a call of another app is not", async () => {
  const sid = await untoldCall();
  sandbox.passSeconds(61);
  await hangUpAtTwilio(sid);
  await run();
  // Prices are read a quarter of an hour after a call.
  await supabase.query("update cost_sweeps set swept_until = now() - interval '2 hours'");
  const { sweepCosts } = await import("@/lib/calls/reconcile/costs");
  await sweepCosts(performance.now() + 20_000, Date.now() + 3_600_000);
  // Calls of earlier tests, whose rows are gone, are as foreign as those of another app.
  expect(
    await supabase.query(
      "select provider_sid, price::text, currency from call_costs left join calls c on c.id = call_id",
    ),
  ).toEqual([
    { provider_sid: sid, price: "0.00800", currency: "USD" },
    { provider_sid: sid, price: "0.00800", currency: "USD" },
  ]);
});

test("an hour of calls that is too long for one run is read on by the next", async () => {
  const sid = await untoldCall();
  await hangUpAtTwilio(sid);
  await run();
  await supabase.query("delete from call_costs");
  await supabase.query("update cost_sweeps set swept_until = now() - interval '2 hours'");
  const { sweepCosts } = await import("@/lib/calls/reconcile/costs");
  const sweep = () => sweepCosts(performance.now() + 20_000, Date.now() + 3_600_000, 1);
  // Of its two legs the latest comes first, on a page of its own.
  faults.add({ target: "rest", kind: "status", status: 429, match: "Page=1" });
  expect(await sweep()).toEqual({ legs: 1, more: true });

  faults.clear();
  expect(await sweep()).toEqual({ legs: 1, more: false });
  expect(await supabase.query("select next_page from cost_sweeps")).toEqual([
    { next_page: null },
    { next_page: null },
  ]);
});

describe("of recordings of which nothing was heard", () => {
  async function recordedCall(agreed: boolean) {
    const sid = await untoldCall();
    await passTime();
    await run();
    const { url, config } = twilio;
    await fetch(`${url}/2010-04-01/Accounts/${config.accountSid}/Calls/${sid}/Recordings.json`, {
      method: "POST",
      headers: { Authorization: `Basic ${btoa(`${config.accountSid}:${config.authToken}`)}` },
      body: new URLSearchParams({ RecordingChannels: "dual" }),
    });
    await supabase.query(
      `with call as (
         update calls set recording = $2 where provider_sid = $1 returning id
       )
       insert into recording_consents (call_id, profile_id, withdrawn_at)
       select call.id, who, case when $2 = 'stopped' then now() - interval '1 minute' end
       from call, unnest($3::uuid[]) as who`,
      [sid, agreed ? "on" : "stopped", agreed ? [ada.id, ben.id] : [ada.id]],
    );
    await hangUpAtTwilio(sid);
    const made = () => recordings.list({ callSid: sid });
    // Nobody has said anything, so that there is nothing to be heard.
    await expect.poll(() => made().map(({ status }) => status)).toEqual(["absent"]);
    return { sid, made };
  }

  test("those that everybody agreed to are kept", async () => {
    const { made } = await recordedCall(true);
    await passTime();
    expect(await run()).toMatchObject({ repaired: 1, failed: 0 });
    expect(await supabase.query("select provider_sid, kind, status from recordings")).toEqual([
      { provider_sid: made()[0]?.sid, kind: "call", status: "absent" },
    ]);
    expect(await waiting()).toEqual([]);
  });

  test("others are deleted at Twilio", async () => {
    const { made } = await recordedCall(false);
    await passTime();
    expect(await run()).toMatchObject({ failed: 0 });
    expect(made()).toEqual([]);
    expect(await supabase.query("select id from recordings")).toEqual([]);
  });
});

test("a voicemail of which nothing was heard is there, with what was said", async () => {
  const sid = await untoldCall();
  const leg = calls.get(sid);
  if (!(leg instanceof Call)) throw new Error("The sandbox has no such call");
  await supabase.query(
    `with mine as (
       insert into phone_numbers (number, owner_id, country, provider_sid)
       values ('+14155559902', $1, 'US', 'PN' || repeat('9', 32)) returning id
     )
     update calls set kind = 'phone', number_id = mine.id from mine`,
    [ben.id],
  );
  const sound = recordings.start(leg, { channels: 1, source: "RecordVerb" });
  await hangUpAtTwilio(sid);
  await expect.poll(() => sound.status).toBe("absent");
  // Nobody speaks here.
  Object.assign(sound, { status: "completed", duration: 4 });
  transcriptions.create(leg, sound, "Please call me back.", null);
  await passTime();
  // What is being written down is waited for.
  expect(await run()).toMatchObject({ repaired: 1, failed: 0 });
  expect(await waiting()).toHaveLength(1);
  const [written] = transcriptions.list({ recordingSid: sound.sid });
  await expect.poll(() => written?.status).toBe("completed");
  await passTime();
  await run();
  expect(
    await supabase.query(
      `select r.kind, r.owner_id, t.status, t.turns -> '0' ->> 'text' as said
       from recordings r join transcripts t on t.recording_id = r.id where r.provider_sid = $1`,
      [sound.sid],
    ),
  ).toEqual([
    { kind: "voicemail", owner_id: ben.id, status: "completed", said: "Please call me back." },
  ]);
  expect(await waiting()).toEqual([]);
});

test("housekeeping is on record, with what it cleared away", async () => {
  await supabase.query("delete from job_runs");
  await supabase.query(
    "insert into job_runs (job, started_at) values ('alerts', now() - interval '31 days')",
  );
  const path = "/api/cron/housekeeping";
  expect((await callRoute(housekeeping, { path })).status).toBe(401);
  const answer = await callRoute(housekeeping, { path, token: process.env.CRON_SECRET ?? "" });
  expect(answer).toMatchObject({
    status: 200,
    json: { cleared: { job_runs: 1, recordings: 0 }, failed: 0, more: false },
  });
  expect(await supabase.query("select job, error from job_runs")).toEqual([
    { job: "housekeeping", error: null },
  ]);
});

test("nobody but the scheduler starts it, and each run is on record", async () => {
  expect((await run("wrong")).status).toBe(401);
  await supabase.query("delete from job_runs");
  expect(await run()).toMatchObject({ status: 200 });
  expect(
    await supabase.query("select job, error, outcome -> 'more' as more from job_runs"),
  ).toEqual([{ job: "reconcile", error: null, more: false }]);
});

test("a run that fails says why, in our words alone", async () => {
  await supabase.query("delete from job_runs");
  const ours = new ApiError("provider_error", "The phone service could not do this.");
  const theirs = new RangeError("+14155550123 is out of range");
  for (const error of [ours, theirs]) {
    await expect(runJob("alerts", () => Promise.reject(error))).rejects.toBe(error);
  }
  expect(
    await supabase.query(
      "select error, outcome, finished_at is null as open from job_runs order by id",
    ),
  ).toEqual([
    { error: "The phone service could not do this.", outcome: null, open: false },
    { error: "Unexpected failure: RangeError.", outcome: null, open: false },
  ]);
});

// Last: what Twilio has asked for is remembered for a minute.
test("when Twilio asks for fewer requests the run ends, and the next one has what is left", async () => {
  const sid = await untoldCall();
  await hangUpAtTwilio(sid);
  await passTime();
  faults.add({ target: "rest", kind: "status", status: 429, retryAfterSeconds: 60 });
  expect(await run()).toMatchObject({ status: 200, more: true, repaired: 0, failed: 1 });
  faults.clear();
  expect(await waiting()).toHaveLength(1);
  await passTime();
  // Sooner than Twilio has asked for.
  expect(await run()).toMatchObject({ checked: 0, more: true });
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
  expect(await run()).toMatchObject({ more: false, repaired: 1, failed: 0 });
});
