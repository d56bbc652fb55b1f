import jwt from "jsonwebtoken";
import { describe, expect, test } from "vitest";
import { newRoomSid, startRooms } from "@/e2e/integration/rooms";
import { callRoute, startSandboxEnv } from "@/e2e/integration/sandbox-env";
import { clientOf, newCallSid, readCall, readLegs } from "@/e2e/integration/voice";

const sandbox = await startSandboxEnv();
const { supabase } = sandbox;
const { config, context } = sandbox.twilio;
const { identityOf } = await import("@/lib/twilio/identity");
const { beginCall } = await import("@/lib/calls/begin-call");
const rooms = await startRooms(sandbox);

let nextPhone = 1300;
const newPerson = () => sandbox.signIn(`+1415555${nextPhone++}`);
async function newPair() {
  const [ada, ben] = [await newPerson(), await newPerson()];
  return { ada, ben, matchId: await sandbox.makeMatch(ada, ben) };
}
async function newGroup() {
  const [ada, ben, cleo] = [await newPerson(), await newPerson(), await newPerson()];
  return { ada, ben, cleo, matchId: await sandbox.makeMatch(ada, ben, cleo) };
}
const callsOf = (matchId: string) =>
  supabase.query("select status, end_reason from calls where match_id = $1 order by started_at", [
    matchId,
  ]);

describe("starting a call", () => {
  test("makes a room for two, rings the other, and gives a token for this room alone", async () => {
    const { ada, ben, matchId } = await newPair();
    const { status, answer, token, sid, callId } = await rooms.ask(ada, { room: matchId });
    expect(status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store, no-transform");
    expect(answer.json).toEqual({
      ok: true,
      token,
      identity: identityOf(ada.id),
      room: matchId,
      sid: expect.stringMatching(/^RM[0-9a-f]{32}$/),
      callId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      kind: "video",
    });
    expect(answer.text).not.toContain(ada.phone.slice(1));

    const claims = jwt.verify(token, config.apiSecret, { complete: true });
    expect(claims.header).toMatchObject({ alg: "HS256", cty: "twilio-fpa;v=1" });
    if (typeof claims.payload === "string") throw new Error("The token has no claims");
    expect(claims.payload.grants).toEqual({ identity: identityOf(ada.id), video: { room: sid } });
    expect((claims.payload.exp ?? 0) - (claims.payload.iat ?? 0)).toBe(5 * 3600);

    expect(rooms.roomOf(sid)).toMatchObject({ uniqueName: matchId, status: "in-progress" });
    expect(rooms.roomOf(sid).settings).toMatchObject({
      maxParticipants: 2,
      maxParticipantDuration: 4 * 3600,
      emptyRoomTimeout: 1,
      unusedRoomTimeout: 1,
      statusCallback: `${sandbox.publicUrl}/api/twilio/video/status#rc=3&rp=ct,rt,5xx`,
      statusCallbackMethod: "POST",
    });
    expect(await readCall(supabase, sid)).toMatchObject({ id: callId, status: "ringing" });
    expect(await readLegs(supabase, sid)).toMatchObject([
      { role: "caller", profile_id: ada.id, status: "initiated", leg_sid: null },
      { role: "callee", profile_id: ben.id, status: "ringing", leg_sid: null },
    ]);
  });

  test("of a group makes a room for as many as the environment says, with cameras off if asked", async () => {
    const { ada, ben, cleo, matchId } = await newGroup();
    const { sid, kind } = await rooms.ask(ada, { room: matchId.toUpperCase(), kind: "voice" });
    expect(kind).toBe("voice");
    expect(rooms.roomOf(sid).settings.maxParticipants).toBe(8);
    expect(await rooms.standing(sid)).toEqual({
      [ada.id]: "initiated",
      [ben.id]: "ringing",
      [cleo.id]: "ringing",
    });
  });

  test("asks the database whether, and to; nothing besides but for the account, and to count it", async () => {
    const { ada, matchId } = await newPair();
    const requests = await sandbox.requestsDuring(() => rooms.ask(ada, { room: matchId }));
    expect(requests.filter((request) => !request.endsWith("record_call_event"))).toEqual([
      "GET /rest/v1/profiles",
      "POST /rest/v1/rpc/find_room",
      "POST /rest/v1/rpc/consume_rate_limit",
      "POST /rest/v1/rpc/begin_room_call",
    ]);
  });

  test("two at once are in one room and one call", async () => {
    const { ada, ben, matchId } = await newPair();
    const [one, other] = await Promise.all([
      rooms.ask(ada, { room: matchId }),
      rooms.ask(ben, { room: matchId }),
    ]);
    expect([one.status, other.status]).toEqual([200, 200]);
    expect(other.sid).toBe(one.sid);
    expect(other.callId).toBe(one.callId);
    expect(await callsOf(matchId)).toHaveLength(1);
    expect(rooms.roomsOf(matchId)).toHaveLength(1);
  });

  test("too often is refused", async () => {
    const { ada, matchId } = await newPair();
    const { sid } = await rooms.ask(ada, { room: matchId });
    await rooms.hangUp(sid, ada);
    await supabase.query("update rate_limits set hits = 20 where key like 'room-start:%'");
    const { status, code } = await rooms.ask(ada, { room: matchId });
    expect([status, code]).toEqual([429, "rate_limited"]);
    expect(rooms.roomsOf(matchId)[0]?.status).toBe("completed");
  });
});

describe("joining a call", () => {
  test("that goes on takes one request to the database and none to Twilio", async () => {
    const { ada, ben, matchId } = await newPair();
    const { sid, callId } = await rooms.ask(ada, { room: matchId });
    rooms.enter(sid, ada);
    await expect.poll(() => rooms.standing(sid)).toMatchObject({ [ada.id]: "in-progress" });
    // That his account is open is known for a while.
    await rooms.ask(ben, { room: matchId, call: sid });
    context.faults.add({ target: "rest", kind: "status", status: 500 });
    const requests = await sandbox.requestsDuring(async () => {
      expect(await rooms.ask(ben, { room: matchId, call: sid })).toMatchObject({ sid, callId });
    });
    expect(requests).toEqual(["POST /rest/v1/rpc/find_room"]);
    context.faults.clear();
    expect(await rooms.ask(ben, { room: matchId, kind: "voice" })).toMatchObject({
      sid,
      kind: "video",
    });
  });

  test("works while Twilio's REST API does not, also before anybody is known to be in the room", async () => {
    const { ada, ben, matchId } = await newPair();
    const { sid } = await rooms.ask(ada, { room: matchId });
    context.faults.add({ target: "rest", kind: "status", status: 500 });
    expect(await rooms.ask(ben, { room: matchId, call: sid })).toMatchObject({ status: 200, sid });
    context.faults.clear();
  });

  test("that is over says so, and starts none", async () => {
    const { ada, ben, matchId } = await newPair();
    const { sid } = await rooms.ask(ada, { room: matchId });
    await rooms.hangUp(sid, ada);
    const late = await rooms.ask(ben, { room: matchId, call: sid });
    expect([late.status, late.code]).toEqual([409, "call_over"]);
    expect(await callsOf(matchId)).toHaveLength(1);
    const wrong = await rooms.ask(ben, { room: matchId, call: newRoomSid() });
    expect([wrong.status, wrong.code]).toEqual([409, "call_over"]);
  });

  test("by another match's SID does not work", async () => {
    const { ada, matchId } = await newPair();
    const other = await newPair();
    const { sid } = await rooms.ask(other.ada, { room: other.matchId });
    const foreign = await rooms.ask(ada, { room: matchId, call: sid });
    expect([foreign.status, foreign.code]).toEqual([409, "call_over"]);
  });
});

describe("a room and its row that do not agree", () => {
  test("the end of an empty room that was not reported is found out, and a new call starts", async () => {
    const { ada, ben, matchId } = await newPair();
    const first = await rooms.ask(ada, { room: matchId });
    const leg = rooms.enter(first.sid, ada);
    await expect.poll(() => rooms.standing(first.sid)).toMatchObject({ [ada.id]: "in-progress" });
    rooms.roomOf(first.sid).disconnect(leg);
    await expect.poll(() => rooms.standing(first.sid)).toMatchObject({ [ada.id]: "completed" });
    context.faults.add({ target: "webhook", kind: "drop", match: first.sid });
    rooms.roomOf(first.sid).complete();

    const named = await rooms.ask(ben, { room: matchId, call: first.sid });
    expect([named.status, named.code]).toEqual([409, "call_over"]);
    expect(await readCall(supabase, first.sid)).toMatchObject({
      status: "canceled",
      ended_at: expect.anything(),
    });
    const second = await rooms.ask(ben, { room: matchId });
    expect(second.status).toBe(200);
    expect(second.sid).not.toBe(first.sid);
    context.faults.clear();
  });

  test("so is the end of a room of which nothing more was reported", async () => {
    const { ada, ben, matchId } = await newPair();
    const first = await rooms.ask(ada, { room: matchId });
    for (const person of [ada, ben]) rooms.enter(first.sid, person);
    await expect.poll(() => rooms.standing(first.sid)).toMatchObject({ [ben.id]: "in-progress" });
    context.faults.add({ target: "webhook", kind: "drop", match: first.sid });
    rooms.roomOf(first.sid).complete();
    await supabase.query("update call_events set received_at = now() - interval '2 minutes'");

    const second = await rooms.ask(ben, { room: matchId });
    context.faults.clear();
    expect(second.status).toBe(200);
    expect(second.sid).not.toBe(first.sid);
    expect(await readCall(supabase, first.sid)).toMatchObject({ status: "completed" });
  });

  test("a room that outlived its call is completed, and another made", async () => {
    const { ada, ben, matchId } = await newPair();
    const first = await rooms.ask(ada, { room: matchId });
    context.faults.add({ target: "rest", kind: "status", status: 500 });
    expect((await rooms.hangUp(first.sid, ada)).status).toBe(502);
    context.faults.clear();
    expect(rooms.roomOf(first.sid).status).toBe("in-progress");

    const second = await rooms.ask(ben, { room: matchId });
    expect(second.status).toBe(200);
    expect(second.sid).not.toBe(first.sid);
    expect(rooms.roomOf(first.sid).status).toBe("completed");
    expect(await readCall(supabase, second.sid)).toMatchObject({ caller_id: ben.id });
  });
});

describe("busy", () => {
  test("when the other is in a call: recorded, the room is over at once", async () => {
    const { ada, ben, matchId } = await newPair();
    const cleo = await newPerson();
    await sandbox.makeMatch(ben, cleo);
    await beginCall({
      providerSid: newCallSid(),
      kind: "voice",
      callerId: cleo.id,
      calleeId: ben.id,
    });
    const { status, code, answer } = await rooms.ask(ada, { room: matchId });
    expect([status, code]).toEqual([409, "busy"]);
    expect(answer.text).not.toContain("eyJ");
    expect(await callsOf(matchId)).toEqual([{ status: "busy", end_reason: "busy" }]);
    expect(rooms.roomsOf(matchId).map((room) => room.status)).toEqual(["completed"]);
  });

  test("a group's call rings those who are free", async () => {
    const { ada, ben, cleo, matchId } = await newGroup();
    const other = await newPerson();
    await sandbox.makeMatch(ben, other);
    await beginCall({
      providerSid: newCallSid(),
      kind: "voice",
      callerId: other.id,
      calleeId: ben.id,
    });
    const { sid } = await rooms.ask(ada, { room: matchId });
    expect(await rooms.standing(sid)).toMatchObject({ [ben.id]: "busy", [cleo.id]: "ringing" });
  });
});

describe("refused, with no room made and nothing recorded", () => {
  async function expectRefusal(person: Parameters<typeof rooms.ask>[0], matchId: string) {
    const { status, code, answer } = await rooms.ask(person, { room: matchId });
    expect([status, code]).toEqual([403, "not_reachable"]);
    expect(answer.text).not.toContain("eyJ");
    expect(rooms.roomsOf(matchId)).toEqual([]);
    expect(await callsOf(matchId)).toEqual([]);
    const { error } = answer.json as { error: { message: string } };
    return error.message;
  }

  test("are strangers, the blocked, blockers, those who left and ended matches, in one sentence", async () => {
    const blocked = await newPair();
    await supabase.query("insert into blocks (blocker_id, blocked_id) values ($1, $2)", [
      blocked.ada.id,
      blocked.ben.id,
    ]);
    const ended = await newPair();
    await supabase.query("update matches set ended_at = now() where id = $1", [ended.matchId]);
    const left = await newGroup();
    await supabase.query(
      "update match_members set left_at = now() where match_id = $1 and profile_id = $2",
      [left.matchId, left.ben.id],
    );
    const sentences = [
      await expectRefusal(await newPerson(), (await newPair()).matchId),
      await expectRefusal(blocked.ada, blocked.matchId),
      await expectRefusal(blocked.ben, blocked.matchId),
      await expectRefusal(ended.ada, ended.matchId),
      await expectRefusal(left.ben, left.matchId),
      await expectRefusal(ended.ada, ended.ada.id),
    ];
    expect(new Set(sentences).size).toBe(1);
  });

  test("is the call of others, live as it is", async () => {
    const { ada, matchId } = await newPair();
    const { sid } = await rooms.ask(ada, { room: matchId });
    const stranger = await newPerson();
    for (const call of [undefined, sid]) {
      const { status, code } = await rooms.ask(stranger, { room: matchId, call });
      expect([status, code]).toEqual([403, "not_reachable"]);
    }
  });

  test("is a token in somebody else's name", async () => {
    const { ada, ben, matchId } = await newPair();
    for (const identity of [identityOf(ben.id), ada.id, "anyone", ""]) {
      const { status, code } = await rooms.ask(ada, { room: matchId, identity });
      expect([status, code]).toEqual([403, "foreign_identity"]);
    }
    expect(rooms.roomsOf(matchId)).toEqual([]);
    const own = await rooms.ask(ada, { room: matchId, identity: identityOf(ada.id) });
    expect(own.status).toBe(200);
  });

  test("is who has no session", async () => {
    const { matchId } = await newPair();
    expect(await rooms.ask(undefined, { room: matchId })).toMatchObject({ status: 401 });
    expect(rooms.roomsOf(matchId)).toEqual([]);
  });

  test.each([
    [{}, "room"],
    [{ room: "lounge" }, "room"],
    [{ room: "../../Rooms" }, "room"],
    [{ room: 7 }, "room"],
    [{ room: null, call: "x" }, "room"],
    [{ room: crypto.randomUUID(), kind: "phone" }, "kind"],
    [{ room: crypto.randomUUID(), call: "RM1" }, "call"],
    [{ room: crypto.randomUUID(), call: `CA${"a".repeat(32)}` }, "call"],
    [{ room: crypto.randomUUID(), identity: "x".repeat(200) }, "identity"],
  ])("is %j", async (body, field) => {
    const { status, answer } = await rooms.ask(await newPerson(), body);
    expect(status).toBe(400);
    expect(answer.json).toMatchObject({
      error: { code: "invalid_request", fields: { [field]: expect.any(String) } },
    });
  });
});

test("what Twilio cannot do is said, and leaves no call behind", async () => {
  const { ada, matchId } = await newPair();
  context.faults.add({ target: "rest", kind: "status", status: 500, times: 1 });
  const { status, code } = await rooms.ask(ada, { room: matchId });
  expect([status, code]).toEqual([502, "provider_error"]);
  expect(await callsOf(matchId)).toEqual([]);
  expect((await rooms.ask(ada, { room: matchId })).status).toBe(200);
});

test("a voice call finds a person busy who is in a room, and not once they have left", async () => {
  const { ada, ben, matchId } = await newPair();
  const cleo = await newPerson();
  await sandbox.makeMatch(ben, cleo);
  const incoming = await import("@/app/api/twilio/voice/incoming/route");
  const ring = async () => {
    const form = { CallSid: newCallSid(), From: clientOf(cleo), To: clientOf(ben) };
    const { text } = await callRoute(incoming.POST, { path: "/api/twilio/voice/incoming", form });
    return /<(Reject|Dial)/.exec(text)?.[1];
  };
  const { sid } = await rooms.ask(ada, { room: matchId });
  rooms.enter(sid, ada);
  rooms.enter(sid, ben);
  await expect.poll(() => readCall(supabase, sid)).toMatchObject({ status: "in-progress" });
  expect(await ring()).toBe("Reject");
  await rooms.hangUp(sid, ben);
  expect(await ring()).toBe("Dial");
});
