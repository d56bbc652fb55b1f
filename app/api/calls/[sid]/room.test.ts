import { describe, expect, test } from "vitest";
import type { Person } from "@/e2e/integration/people";
import { newRoomSid, startRooms } from "@/e2e/integration/rooms";
import { callRoute, startSandboxEnv } from "@/e2e/integration/sandbox-env";
import { newCallSid, readCall } from "@/e2e/integration/voice";

const sandbox = await startSandboxEnv();
const { supabase } = sandbox;
const { faults } = sandbox.twilio.context;
const rooms = await startRooms(sandbox);
const details = await import("@/app/api/calls/[sid]/route");
const blocks = await import("@/app/api/blocks/route");
const { endRooms, removeFromRooms } = await import("@/lib/calls/rooms/remove-from-rooms");

let nextPhone = 1500;
const newPerson = () => sandbox.signIn(`+1415555${nextPhone++}`);

/** People of one match, all of whom are in its room. */
async function talking<const P extends Person[]>(...people: P) {
  const matchId = await sandbox.makeMatch(...people);
  const { sid } = await rooms.ask(people[0], { room: matchId });
  const ends: Record<string, number | null> = {};
  for (const person of people) {
    rooms.enter(sid, person, (code) => {
      ends[person.id] = code;
    });
  }
  const everybody = Object.fromEntries(people.map(({ id }) => [id, "in-progress"]));
  await expect.poll(() => rooms.standing(sid)).toEqual(everybody);
  return { people, matchId, sid, ends };
}
const pair = async () => talking(await newPerson(), await newPerson());
const three = async () => talking(await newPerson(), await newPerson(), await newPerson());
async function ringing() {
  const [ada, ben] = [await newPerson(), await newPerson()];
  const matchId = await sandbox.makeMatch(ada, ben);
  const { sid } = await rooms.ask(ada, { room: matchId });
  rooms.enter(sid, ada);
  await expect.poll(() => rooms.standing(sid)).toMatchObject({ [ada.id]: "in-progress" });
  return { ada, ben, matchId, sid };
}
const look = (sid: string, person?: Person) =>
  callRoute(details.GET, {
    method: "GET",
    path: `/api/calls/${sid}`,
    params: { sid },
    ...(person && { token: person.accessToken }),
  });
const isOver = (sid: string) => rooms.roomOf(sid).status === "completed";
/** Twilio's last word about a room has come. */
const ended = (sid: string) =>
  expect
    .poll(() =>
      supabase.query("select 1 from call_events where provider_sid = $1 and event = 'room-ended'", [
        sid,
      ]),
    )
    .toHaveLength(1);

describe("hanging up", () => {
  test.each(["caller", "callee"])("by the %s ends a call of two for both", async (who) => {
    const { people, sid, ends } = await pair();
    const [ada, ben] = people;
    const answer = await rooms.hangUp(sid, who === "caller" ? ada : ben);
    expect(answer.json).toEqual({ ok: true });
    expect(isOver(sid)).toBe(true);
    expect(ends).toEqual({ [ada.id]: 53_118, [ben.id]: 53_118 });
    expect(await readCall(supabase, sid)).toMatchObject({
      status: "completed",
      end_reason: "hangup",
    });
    await ended(sid);
    const before = await readCall(supabase, sid);
    expect((await rooms.hangUp(sid, ada)).json).toEqual({ ok: true });
    expect((await rooms.hangUp(sid, ben)).json).toEqual({ ok: true });
    expect(await readCall(supabase, sid)).toEqual(before);
  });

  test("takes one out of a group's call, which ends with the last", async () => {
    const { people, sid, ends } = await three();
    const [ada, ben, cleo] = people;
    await rooms.hangUp(sid, ada);
    expect(ends).toEqual({ [ada.id]: null });
    await rooms.hangUp(sid, ben);
    expect(isOver(sid)).toBe(false);
    expect(await readCall(supabase, sid)).toMatchObject({ status: "in-progress" });
    await rooms.hangUp(sid, cleo);
    expect(isOver(sid)).toBe(true);
    expect(await readCall(supabase, sid)).toMatchObject({ status: "completed" });
  });

  test("while it rings cancels, and after 40 seconds counts as not answered", async () => {
    const soon = await ringing();
    await rooms.hangUp(soon.sid, soon.ada);
    expect(isOver(soon.sid)).toBe(true);
    expect(await readCall(supabase, soon.sid)).toMatchObject({ end_reason: "canceled" });

    const late = await ringing();
    await supabase.query(
      "update calls set started_at = now() - interval '40 seconds' where provider_sid = $1",
      [late.sid],
    );
    await rooms.hangUp(late.sid, late.ada);
    expect(await readCall(supabase, late.sid)).toMatchObject({ end_reason: "no-answer" });
  });

  test("is possible for whom the other has blocked meanwhile", async () => {
    const { people, sid } = await pair();
    const [ada, ben] = people;
    await supabase.query("insert into blocks (blocker_id, blocked_id) values ($1, $2)", [
      ben.id,
      ada.id,
    ]);
    expect((await rooms.hangUp(sid, ada)).status).toBe(200);
    expect(isOver(sid)).toBe(true);
  });

  test("a room that is over at Twilio, whose callbacks were lost, brings the row up to date", async () => {
    const { people, sid } = await pair();
    faults.add({ target: "webhook", kind: "drop", match: sid });
    sandbox.passSeconds(30);
    rooms.roomOf(sid).complete();
    sandbox.passSeconds(300);
    expect((await rooms.hangUp(sid, people[0])).status).toBe(200);
    faults.clear();
    const row = await readCall(supabase, sid);
    expect(row).toMatchObject({ status: "completed", end_reason: "hangup" });
    const [events] = await supabase.query<{ told: string[] }>(
      `select array_agg(event order by id) as told from call_events
       where provider_sid = $1 and source = 'reconcile'`,
      [sid],
    );
    expect(events?.told).toEqual(["reconciled", "reconciled", "room-ended"]);
  });

  test("a room that Twilio does not know ends its row", async () => {
    const { beginRoomCall } = await import("@/lib/calls/rooms/begin-room-call");
    const [ada, ben] = [await newPerson(), await newPerson()];
    const matchId = await sandbox.makeMatch(ada, ben);
    const sid = newRoomSid();
    await beginRoomCall({ sid, kind: "video", callerId: ada.id, matchId });
    expect((await rooms.hangUp(sid, ada)).status).toBe(200);
    expect(await readCall(supabase, sid)).toMatchObject({ status: "canceled" });
  });

  test("says what Twilio refuses to do, and does it when asked again", async () => {
    const { people, sid } = await pair();
    faults.add({ target: "rest", kind: "status", status: 500, times: 1 });
    const answer = await rooms.hangUp(sid, people[0]);
    expect(answer.status).toBe(502);
    expect(answer.json).toMatchObject({ error: { code: "provider_error" } });
    expect(isOver(sid)).toBe(false);
    expect((await rooms.hangUp(sid, people[0])).status).toBe(200);
    expect(isOver(sid)).toBe(true);
  });
});

describe("declining", () => {
  test("ends a call of two: declined, and the caller's browser is let go", async () => {
    const { ben, sid } = await ringing();
    const answer = await rooms.decline(sid, ben);
    expect(answer.json).toEqual({ ok: true, declined: true });
    expect(isOver(sid)).toBe(true);
    expect(await readCall(supabase, sid)).toMatchObject({
      status: "busy",
      end_reason: "declined",
      duration_seconds: 0,
    });
    await ended(sid);
    expect((await rooms.decline(sid, ben)).json).toEqual({ ok: true, declined: false });
  });

  test("has no effect once one has joined on another device", async () => {
    const { people, sid } = await pair();
    const answer = await rooms.decline(sid, people[1]);
    expect(answer.json).toEqual({ ok: true, declined: false });
    expect(isOver(sid)).toBe(false);
    await rooms.hangUp(sid, people[0]);
  });

  test("in a group lets the others ring on, and ends it with the last", async () => {
    const [ada, ben, cleo] = [await newPerson(), await newPerson(), await newPerson()];
    const matchId = await sandbox.makeMatch(ada, ben, cleo);
    const { sid } = await rooms.ask(ada, { room: matchId });
    rooms.enter(sid, ada);
    await rooms.decline(sid, ben);
    expect(isOver(sid)).toBe(false);
    await rooms.decline(sid, cleo);
    expect(isOver(sid)).toBe(true);
    expect(await readCall(supabase, sid)).toMatchObject({ end_reason: "declined" });
  });
});

test("nobody else can end, decline or see a call, or one that is not there", async () => {
  const { ada, sid } = await ringing();
  const stranger = await newPerson();
  for (const answer of [
    await rooms.hangUp(sid, stranger),
    await rooms.decline(sid, stranger),
    await look(sid, stranger),
    await rooms.hangUp(newRoomSid(), ada),
    await rooms.decline(newRoomSid(), ada),
    await look(newRoomSid(), ada),
  ]) {
    expect(answer.status).toBe(404);
    expect(answer.json).toMatchObject({ error: { code: "not_found" } });
  }
  for (const answer of [await rooms.hangUp(sid), await rooms.decline(sid), await look(sid)]) {
    expect(answer.status).toBe(401);
  }
  for (const junk of ["lounge", "RM1", `${sid}0`, `rm${sid.slice(2)}`]) {
    expect((await rooms.hangUp(junk, ada)).status).toBe(400);
    expect((await rooms.decline(junk, ada)).status).toBe(400);
    expect((await look(junk, ada)).status).toBe(400);
  }
  expect((await rooms.decline(newCallSid(), ada)).status).toBe(400);
  expect(isOver(sid)).toBe(false);
});

test("whoever is in a call, or rung by it, sees it and who takes part, and no number", async () => {
  const { ada, ben, matchId, sid } = await ringing();
  for (const person of [ada, ben]) {
    const { json, text } = await look(sid, person);
    expect(json).toMatchObject({
      call: {
        ...{ sid, kind: "video", matchId, callerId: ada.id, status: "ringing", endedAt: null },
        participants: expect.arrayContaining([
          expect.objectContaining({ profileId: ada.id, role: "caller", status: "in-progress" }),
          expect.objectContaining({ profileId: ben.id, role: "callee", status: "ringing" }),
        ]),
      },
    });
    expect(text).not.toContain("1415555");
  }
});

describe("at once", () => {
  const block = (by: Person, { id }: Person) =>
    callRoute(blocks.POST, { path: "/api/blocks", token: by.accessToken, body: { profileId: id } });

  test("a block ends the call of two, and the row says why to nobody but the server", async () => {
    const { people, sid, ends } = await pair();
    const [ada, ben] = people;
    expect((await block(ben, ada)).status).toBe(200);
    expect(ends).toEqual({ [ada.id]: 53_118, [ben.id]: 53_118 });
    expect(await readCall(supabase, sid)).toMatchObject({
      status: "completed",
      end_reason: "blocked",
    });
    const told = await supabase.query(
      "select payload from realtime.messages where payload ->> 'provider_sid' = $1",
      [sid],
    );
    expect(told.length).toBeGreaterThan(3);
    expect(JSON.stringify(told)).not.toContain("blocked");
  });

  test("a block stops the ring", async () => {
    const { ada, ben, sid } = await ringing();
    await block(ben, ada);
    expect(isOver(sid)).toBe(true);
    expect(await readCall(supabase, sid)).toMatchObject({ end_reason: "blocked" });
  });

  test("who blocks a member of a group is out of its call, and the others talk on", async () => {
    const { people, sid, ends } = await three();
    const [ada, ben, cleo] = people;
    await block(ada, ben);
    expect(ends).toEqual({ [ada.id]: null });
    expect(await rooms.standing(sid)).toEqual({
      [ada.id]: "completed",
      [ben.id]: "in-progress",
      [cleo.id]: "in-progress",
    });
    expect(isOver(sid)).toBe(false);
  });

  test("who has left a group is out of its call, also when their arrival was never reported", async () => {
    const [ada, ben, cleo] = [await newPerson(), await newPerson(), await newPerson()];
    const { matchId, sid } = await talking(ada, ben, cleo);
    rooms.roomOf(sid).remove(rooms.enter(sid, cleo), null);
    await expect.poll(() => rooms.standing(sid)).toMatchObject({ [cleo.id]: "completed" });
    await supabase.query(
      "update match_members set left_at = now() where match_id = $1 and profile_id = $2",
      [matchId, ada.id],
    );
    faults.add({ target: "webhook", kind: "drop", match: "participant-connected" });
    let code: number | null | undefined;
    rooms.enter(sid, ada, (reason) => {
      code = reason;
    });
    await removeFromRooms([ada.id], matchId);
    faults.clear();
    expect(code).toBeNull();
    expect(isOver(sid)).toBe(false);
  });

  test("the end of a match ends its call", async () => {
    const { matchId, sid } = await three();
    await supabase.query("update matches set ended_at = now() where id = $1", [matchId]);
    await endRooms(matchId);
    expect(isOver(sid)).toBe(true);
    expect(await readCall(supabase, sid)).toMatchObject({ status: "completed" });
    await endRooms(matchId);
  });

  test("removing somebody who may be there does nothing", async () => {
    const { people, matchId, sid } = await pair();
    await removeFromRooms([people[0].id], matchId);
    expect(isOver(sid)).toBe(false);
  });
});
