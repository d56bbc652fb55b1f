import { expect, test } from "vitest";
import type { Person } from "@/e2e/integration/people";
import { startRooms } from "@/e2e/integration/rooms";
import { callRoute, startSandboxEnv } from "@/e2e/integration/sandbox-env";
import { answersByThemselves, callFrom, readCall } from "@/e2e/integration/voice";
import { identityOf } from "@/lib/twilio/identity";

const sandbox = await startSandboxEnv();
const { POST: leaveRoute } = await import("@/app/api/matches/[matchId]/leave/route");
const { POST: blockRoute } = await import("@/app/api/blocks/route");
const rooms = await startRooms(sandbox);
sandbox.serve({
  "/api/twilio/voice/incoming": () => import("@/app/api/twilio/voice/incoming/route"),
  "/api/twilio/voice/status": () => import("@/app/api/twilio/voice/status/route"),
  "/api/twilio/voice/dial-result": () => import("@/app/api/twilio/voice/dial-result/route"),
});

let nextPhone = 1500;
const newPerson = () => sandbox.signIn(`+1415555${nextPhone++}`);
const leave = (by: Person, matchId: string) =>
  callRoute(leaveRoute, {
    path: `/api/matches/${matchId}/leave`,
    token: by.accessToken,
    params: { matchId },
  });
const block = (by: Person, other: Person) =>
  callRoute(blockRoute, {
    path: "/api/blocks",
    token: by.accessToken,
    body: { profileId: other.id },
  });
const present = (sid: string) => rooms.presentIn(sid).sort();
const identities = (...people: Person[]) => people.map(({ id }) => identityOf(id)).sort();

/** Three people in the call of their group. */
async function talkingGroup() {
  const [ada, ben, cleo] = [await newPerson(), await newPerson(), await newPerson()];
  const matchId = await sandbox.makeMatch(ada, ben, cleo);
  const { sid } = await rooms.ask(ada, { room: matchId });
  for (const person of [ada, ben, cleo]) rooms.enter(sid, person);
  await expect
    .poll(() => rooms.standing(sid))
    .toEqual({ [ada.id]: "in-progress", [ben.id]: "in-progress", [cleo.id]: "in-progress" });
  return { ada, ben, cleo, matchId, sid };
}

test("who leaves a group is out of its call at once, and the call goes on", async () => {
  const { ada, ben, cleo, matchId, sid } = await talkingGroup();
  expect((await leave(cleo, matchId)).status).toBe(200);
  expect(present(sid)).toEqual(identities(ada, ben));
  expect(await readCall(sandbox.supabase, sid)).toMatchObject({ status: "in-progress" });
  expect(await rooms.ask(cleo, { room: matchId })).toMatchObject({
    status: 403,
    code: "not_reachable",
  });

  expect((await leave(ben, matchId)).status).toBe(200);
  expect(rooms.roomOf(sid).status).toBe("completed");
  await expect
    .poll(() => readCall(sandbox.supabase, sid))
    .toMatchObject({ status: "completed", end_reason: "hangup" });
});

test("who blocks a member of a group is out of it and of its call", async () => {
  const { ada, ben, cleo, matchId, sid } = await talkingGroup();
  expect((await block(cleo, ada)).status).toBe(200);
  expect(present(sid)).toEqual(identities(ada, ben));
  expect(
    await sandbox.supabase.query(
      "select from match_members where match_id = $1 and left_at is null",
      [matchId],
    ),
  ).toHaveLength(2);
});

test("unmatching ends the video call of the two", async () => {
  const [ada, ben] = [await newPerson(), await newPerson()];
  const matchId = await sandbox.makeMatch(ada, ben);
  const { sid } = await rooms.ask(ada, { room: matchId });
  for (const person of [ada, ben]) rooms.enter(sid, person);
  await expect.poll(() => readCall(sandbox.supabase, sid)).toMatchObject({ status: "in-progress" });

  expect((await leave(ben, matchId)).status).toBe(200);
  expect(rooms.roomOf(sid).status).toBe("completed");
  await expect
    .poll(() => readCall(sandbox.supabase, sid))
    .toMatchObject({ status: "completed", end_reason: "hangup" });
});

test("unmatching ends the voice call of the two", async () => {
  const [ada, ben] = [await newPerson(), await newPerson()];
  answersByThemselves(sandbox, ben);
  const matchId = await sandbox.makeMatch(ada, ben);
  const sid = callFrom(sandbox, ada, ben);
  await expect.poll(() => readCall(sandbox.supabase, sid)).toMatchObject({ status: "in-progress" });

  expect((await leave(ada, matchId)).status).toBe(200);
  expect(sandbox.twilio.context.calls.get(sid)?.status).toBe("completed");
  await expect
    .poll(() => readCall(sandbox.supabase, sid))
    .toMatchObject({ status: "completed", end_reason: "hangup" });
});

test("when Twilio fails, it says so, and the match is left; once more ends the call, too", async () => {
  const { ada, ben, cleo, matchId, sid } = await talkingGroup();
  sandbox.twilio.context.faults.add({ target: "rest", kind: "status", status: 500, match: sid });
  expect((await leave(cleo, matchId)).status).toBe(502);
  sandbox.twilio.context.faults.clear();

  const [member] = await sandbox.supabase.query<{ left_at: string | null }>(
    "select left_at from match_members where match_id = $1 and profile_id = $2",
    [matchId, cleo.id],
  );
  expect(member?.left_at).not.toBeNull();
  expect(await rooms.standing(sid)).toMatchObject({ [cleo.id]: "completed" });
  expect((await leave(cleo, matchId)).status).toBe(200);
  expect(present(sid)).toEqual(identities(ada, ben));
});

test.each(["unmatching", "blocking"])(
  "%s a person again ends the call that Twilio would not end",
  async (how) => {
    const [ada, ben] = [await newPerson(), await newPerson()];
    const matchId = await sandbox.makeMatch(ada, ben);
    const { sid } = await rooms.ask(ada, { room: matchId });
    for (const person of [ada, ben]) rooms.enter(sid, person);
    await expect
      .poll(() => readCall(sandbox.supabase, sid))
      .toMatchObject({ status: "in-progress" });
    const part = () => (how === "blocking" ? block(ben, ada) : leave(ben, matchId));

    sandbox.twilio.context.faults.add({ target: "rest", kind: "status", status: 500, match: sid });
    expect((await part()).status).toBe(502);
    sandbox.twilio.context.faults.clear();
    expect(rooms.roomOf(sid).status).toBe("in-progress");
    expect((await part()).status).toBe(200);
    expect(rooms.roomOf(sid).status).toBe("completed");
  },
);
