import twilio from "twilio";
import { describe, expect, test } from "vitest";
import type { Person } from "@/e2e/integration/people";
import { startRooms } from "@/e2e/integration/rooms";
import { callRoute, startSandboxEnv } from "@/e2e/integration/sandbox-env";
import { readCall, readLegs } from "@/e2e/integration/voice";
import { newSid } from "@/sandbox/twilio/sids";

const sandbox = await startSandboxEnv();
const { supabase, publicUrl } = sandbox;
const { context, config } = sandbox.twilio;
const { POST } = await import("@/app/api/twilio/video/status/route");
const { beginRoomCall } = await import("@/lib/calls/rooms/begin-room-call");
const { identityOf } = await import("@/lib/twilio/identity");
const rooms = await startRooms(sandbox);

const path = "/api/twilio/video/status";
let nextPhone = 1400;
const newPerson = () => sandbox.signIn(`+1415555${nextPhone++}`);
async function newPair() {
  const [ada, ben] = [await newPerson(), await newPerson()];
  return { ada, ben, matchId: await sandbox.makeMatch(ada, ben) };
}

type Form = Record<string, string>;

/** A room call whose callbacks the test makes itself, as Twilio words them. */
async function newCall() {
  const pair = await newPair();
  const sid = newSid("RM");
  await beginRoomCall({ sid, kind: "video", callerId: pair.ada.id, matchId: pair.matchId });
  await supabase.query(
    "update calls set started_at = '2026-11-20T12:00:00Z' where id = (select id from calls where provider_sid = $1)",
    [sid],
  );
  let sequence = 0;
  const event = (name: string, second: number, more: Form = {}): Form => ({
    AccountSid: config.accountSid,
    RoomSid: sid,
    RoomName: pair.matchId,
    RoomStatus: name === "room-ended" ? "completed" : "in-progress",
    RoomType: "group",
    StatusCallbackEvent: name,
    Timestamp: new Date(Date.UTC(2026, 10, 20, 12) + second * 1000).toISOString(),
    SequenceNumber: String(sequence++),
    ...more,
  });
  const legs = { [pair.ada.id]: newSid("PA"), [pair.ben.id]: newSid("PA") };
  const of = (person: Person, more: Form = {}): Form => ({
    ParticipantSid: legs[person.id] ?? newSid("PA"),
    ParticipantIdentity: identityOf(person.id),
    ParticipantStatus: "connected",
    ...more,
  });
  return { ...pair, sid, event, of, legs };
}
/** All that Twilio says of a call of 40 seconds. */
function story({ event, of, ada, ben }: Awaited<ReturnType<typeof newCall>>): Form[] {
  const microphone = { TrackSid: newSid("MT"), TrackKind: "audio", TrackName: "microphone" };
  return [
    event("room-created", 0),
    event("participant-connected", 1, of(ada)),
    event("track-added", 2, of(ada, microphone)),
    event("participant-connected", 12, of(ben)),
    event("track-disabled", 20, of(ada, microphone)),
    event("track-enabled", 21, of(ada, microphone)),
    event("participant-disconnected", 52, of(ben, { ParticipantDuration: "40" })),
    event("participant-disconnected", 52, of(ada, { ParticipantDuration: "51" })),
    event("room-ended", 52, { RoomDuration: "52" }),
  ];
}

const report = (form: Form) => callRoute(POST, { path, form });
async function reportAll(...forms: Form[]) {
  for (const form of forms) expect((await report(form)).status).toBe(204);
}
const eventsOf = (sid: string) =>
  supabase.query<{ event: string; payload: object }>(
    "select event, payload from call_events where provider_sid = $1 order by id",
    [sid],
  );

describe("what Twilio tells of a room", () => {
  test("becomes the call's row, its participants and a line in the chat", async () => {
    const call = await newCall();
    const forms = story(call);
    await reportAll(...forms.slice(0, 3));
    expect(await readCall(supabase, call.sid)).toMatchObject({ status: "ringing" });
    await reportAll(...forms.slice(3, 6));
    expect(await readCall(supabase, call.sid)).toMatchObject({ status: "in-progress" });
    await reportAll(...forms.slice(6));

    const row = await readCall(supabase, call.sid);
    expect(row).toMatchObject({ status: "completed", end_reason: "hangup", duration_seconds: 40 });
    expect(new Date(row?.answered_at ?? 0).toISOString()).toBe("2026-11-20T12:00:12.000Z");
    expect(new Date(row?.ended_at ?? 0).toISOString()).toBe("2026-11-20T12:00:52.000Z");
    expect(await readLegs(supabase, call.sid)).toMatchObject([
      { role: "caller", profile_id: call.ada.id, status: "completed", duration_seconds: 51 },
      { role: "callee", profile_id: call.ben.id, status: "completed", duration_seconds: 40 },
    ]);
    expect((await eventsOf(call.sid)).map(({ event }) => event)).toEqual(
      forms.map((form) => form.StatusCallbackEvent),
    );
    expect(await supabase.query("select kind from messages where call_id = $1", [row?.id])).toEqual(
      [{ kind: "call" }],
    );
  });

  test("in any order and doubled ends in the same row, and takes one request each", async () => {
    const outcomes: unknown[] = [];
    for (const order of [
      [0, 1, 2, 3, 4, 5, 6, 7, 8],
      [8, 7, 6, 5, 4, 3, 2, 1, 0],
      [6, 1, 8, 0, 3, 7, 2, 5, 4],
    ]) {
      const call = await newCall();
      const forms = story(call);
      for (const index of order) {
        const requests = await sandbox.requestsDuring(() =>
          reportAll(...[forms[index] ?? {}, forms[index] ?? {}]),
        );
        const record = "POST /rest/v1/rpc/record_call_event";
        expect(requests).toEqual([record, record]);
      }
      expect(await eventsOf(call.sid)).toHaveLength(9);
      const {
        id: _id,
        match_id: _match,
        caller_id: _caller,
        ...row
      } = (await readCall(supabase, call.sid)) ?? {};
      outcomes.push(row);
    }
    expect(outcomes[0]).toMatchObject({ status: "completed", duration_seconds: 40 });
    expect(outcomes[1]).toEqual(outcomes[0]);
    expect(outcomes[2]).toEqual(outcomes[0]);
  });

  test("changes nothing when it comes after the call was hung up", async () => {
    const call = await newCall();
    const forms = story(call);
    await reportAll(...forms);
    const before = await readCall(supabase, call.sid);
    await rooms.hangUp(call.sid, call.ada);
    await reportAll(
      ...forms.map((form) => ({ ...form, SequenceNumber: `9${form.SequenceNumber}` })),
    );
    expect(await readCall(supabase, call.sid)).toEqual(before);
  });

  test("leaves neither identities nor names nor anything else that was sent in the audit log", async () => {
    const { sid, event, of, ada } = await newCall();
    const number = "+14155550199";
    await reportAll(
      event("track-added", 3, {
        ...of(ada, { TrackSid: newSid("MT"), TrackKind: number, TrackName: number }),
        RoomName: number,
        ParticipantStatus: number,
        [number]: number,
      }),
    );
    const events = await eventsOf(sid);
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events)).not.toContain("4155550199");
    expect(JSON.stringify(events)).not.toContain(identityOf(ada.id));
  });

  test("of a room that is not known is kept for the record only", async () => {
    const { event, of, ada } = await newCall();
    const RoomSid = newSid("RM");
    await reportAll({ ...event("participant-connected", 1, of(ada)), RoomSid });
    expect(await eventsOf(RoomSid)).toHaveLength(1);
    expect(await readCall(supabase, RoomSid)).toBeUndefined();
  });

  test("and what is nonsense is acknowledged and changes nothing", async () => {
    const { sid, event, of, ada } = await newCall();
    const requests = await sandbox.requestsDuring(() =>
      reportAll(
        event("recording-started", 1),
        event("participant-promoted", 1, of(ada)),
        event("", 1),
        event("participant-connected", 1),
        event("participant-connected", 1, { ...of(ada), ParticipantSid: "PA1" }),
        event("track-added", 1, of(ada)),
        { ...event("room-ended", 1), RoomSid: "lounge" },
        { RoomSid: "" },
        { CallSid: `CA${"a".repeat(32)}`, CallStatus: "completed" },
      ),
    );
    expect(requests).toEqual([]);
    expect(await eventsOf(sid)).toEqual([]);
    expect(await readCall(supabase, sid)).toMatchObject({ status: "ringing" });
  });

  test("by somebody whom no token of ours names, is nobody's leg", async () => {
    const { sid, event, of, ada } = await newCall();
    for (const [index, ParticipantIdentity] of ["admin", identityOf(newUuid())].entries()) {
      const ParticipantSid = newSid("PA");
      await reportAll(
        event("participant-connected", index, { ...of(ada), ParticipantIdentity, ParticipantSid }),
      );
    }
    expect(await readCall(supabase, sid)).toMatchObject({ status: "ringing" });
    expect(await readLegs(supabase, sid)).toHaveLength(2);
  });
  const newUuid = () => crypto.randomUUID();

  test("unsigned, or not as it was signed, changes nothing", async () => {
    const { sid, event, of, ada } = await newCall();
    const form = event("participant-connected", 1, of(ada));
    const signed = (url: string, body = form, authToken = config.authToken) =>
      twilio.getExpectedTwilioSignature(authToken, url, body);
    const good = signed(publicUrl + path);
    const attempts: [string, Form][] = [
      ["", form],
      ["bm90IGEgc2lnbmF0dXJl", form],
      [good, { ...form, StatusCallbackEvent: "room-ended" }],
      [good, { ...form, ParticipantIdentity: identityOf(newUuid()) }],
      [signed(`${publicUrl}/api/twilio/voice/status`), form],
      [signed(publicUrl + path, form, "f".repeat(32)), form],
    ];
    for (const [signature, body] of attempts) {
      const headers = { "x-twilio-signature": signature };
      const answer = await callRoute(POST, { path, form: body, headers });
      expect(answer.status).toBe(403);
      expect(answer.json).toMatchObject({ error: { code: "bad_signature" } });
    }
    expect(await eventsOf(sid)).toEqual([]);
    await reportAll(form);
    expect(await eventsOf(sid)).toHaveLength(1);
  });

  test("is asked for again when the database could not take it", async () => {
    const { sid, event, of, ada } = await newCall();
    const form = event("participant-connected", 1, of(ada));
    sandbox.failSupabase({ path: "record_call_event", status: 500, times: 1 });
    expect((await report(form)).status).toBe(500);
    await reportAll(form);
    expect(await eventsOf(sid)).toHaveLength(1);
  });
});

describe("somebody who may not be in a room", () => {
  /** A live call; what becomes of Ben, who uses his token only now. */
  async function lateBen(change: (pair: Awaited<ReturnType<typeof newPair>>) => Promise<unknown>) {
    const pair = await newPair();
    const { sid } = await rooms.ask(pair.ada, { room: pair.matchId });
    rooms.enter(sid, pair.ada);
    await expect.poll(() => rooms.standing(sid)).toMatchObject({ [pair.ada.id]: "in-progress" });
    await change(pair);
    return { ...pair, sid };
  }

  test.each([
    ["the match has ended", "update matches set ended_at = now() where id = $1"],
    ["they have left it", "update match_members set left_at = now() where match_id = $1"],
    [
      "one has blocked the other",
      `insert into blocks (blocker_id, blocked_id)
       select min(profile_id::text)::uuid, max(profile_id::text)::uuid
       from match_members where match_id = $1`,
    ],
  ])("is put out as soon as they come when %s", async (_, sql) => {
    const { sid, ben } = await lateBen(({ matchId }) => supabase.query(sql, [matchId]));
    const participant = rooms.enter(sid, ben);
    await expect.poll(() => participant.status).toBe("disconnected");
  });

  test("finds the room completed when the call is over", async () => {
    const { sid, ada, ben } = await lateBen(async () => {});
    context.faults.add({ target: "rest", kind: "status", status: 500 });
    expect((await rooms.hangUp(sid, ada)).status).toBe(502);
    context.faults.clear();
    let code: number | null | undefined;
    rooms.enter(sid, ben, (reason) => {
      code = reason;
    });
    await expect.poll(() => code).toBe(53_118);
    expect(rooms.roomOf(sid).status).toBe("completed");
  });

  test("is put out when Twilio could not do it the first time: the callback comes again", async () => {
    const { sid, ben } = await lateBen(({ matchId }) =>
      supabase.query("update matches set ended_at = now() where id = $1", [matchId]),
    );
    context.faults.add({ target: "rest", kind: "status", status: 500, times: 1 });
    const participant = rooms.enter(sid, ben);
    await expect.poll(() => participant.status, { timeout: 15_000 }).toBe("disconnected");
  });
});

describe("a missed call", () => {
  const textsTo = async ({ phone }: Person) => {
    const url = `${sandbox.twilio.url}/phones/${phone}/messages`;
    const messages = (await (await fetch(url)).json()) as { body: string }[];
    return messages.map(({ body }) => body);
  };
  let nextTextedPhone = 140;
  async function callTo(act: (sid: string, ada: Person, ben: Person) => Promise<unknown>) {
    const ada = await newPerson();
    const ben = await sandbox.signIn(`+14155550${nextTextedPhone++}`);
    const matchId = await sandbox.makeMatch(ada, ben);
    await supabase.query("update private_profiles set text_missed_calls = true where id = $1", [
      ben.id,
    ]);
    const { sid } = await rooms.ask(ada, { room: matchId });
    rooms.enter(sid, ada);
    await act(sid, ada, ben);
    await expect
      .poll(() => eventsOf(sid).then((events) => events.map(({ event }) => event)))
      .toEqual(expect.arrayContaining(["room-ended", "participant-disconnected"]));
    return ben;
  }

  test("is texted to who wants that, once", async () => {
    const ben = await callTo((sid, ada) => rooms.hangUp(sid, ada));
    await expect.poll(() => textsTo(ben)).toEqual([expect.stringContaining("you missed a call")]);
  });

  test("is not texted when it was declined", async () => {
    const ben = await callTo((sid, _, callee) => rooms.decline(sid, callee));
    // What is texted after an answered webhook has been sent by the time that of the next call is.
    await callTo((sid, ada) => rooms.hangUp(sid, ada)).then((other) =>
      expect.poll(() => textsTo(other)).toHaveLength(1),
    );
    expect(await textsTo(ben)).toEqual([]);
  });

  test("of a group is texted to each, also when another has just had theirs", async () => {
    const ada = await newPerson();
    const ben = await sandbox.signIn(`+14155550${nextTextedPhone++}`);
    const cleo = await sandbox.signIn(`+14155550${nextTextedPhone++}`);
    const matchId = await sandbox.makeMatch(ada, ben, cleo);
    for (const { id } of [ben, cleo]) {
      await supabase.query("update private_profiles set text_missed_calls = true where id = $1", [
        id,
      ]);
    }
    const first = await rooms.ask(ada, { room: matchId });
    await rooms.decline(first.sid, cleo);
    await rooms.hangUp(first.sid, ada);
    await expect.poll(() => textsTo(ben)).toHaveLength(1);
    const second = await rooms.ask(ada, { room: matchId });
    await rooms.hangUp(second.sid, ada);
    await expect.poll(() => textsTo(cleo)).toHaveLength(1);
    expect(await textsTo(ben)).toHaveLength(1);
  });
});
