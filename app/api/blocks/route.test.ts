import { beforeAll, expect, test } from "vitest";
import type { Person } from "@/e2e/integration/people";
import { callRoute, startSandboxEnv } from "@/e2e/integration/sandbox-env";

const sandbox = await startSandboxEnv();
const { POST } = await import("@/app/api/blocks/route");
const { DELETE } = await import("@/app/api/blocks/[profileId]/route");

let ada: Person;
let bo: Person;
let matchId: string;
beforeAll(async () => {
  ada = await sandbox.signIn("+14155550170");
  bo = await sandbox.signIn("+14155550171");
  matchId = await sandbox.makeMatch(ada, bo);
});

const block = (by: Person, profileId: string) =>
  callRoute(POST, { path: "/api/blocks", token: by.accessToken, body: { profileId } });
const unblock = (by: Person, profileId: string) =>
  callRoute(DELETE, {
    method: "DELETE",
    path: `/api/blocks/${profileId}`,
    token: by.accessToken,
    params: { profileId },
  });
const canReach = async () => {
  const [row] = await sandbox.supabase.query<{ reach: boolean }>(
    "select public.can_reach($1, $2) as reach",
    [ada.id, bo.id],
  );
  return row?.reach;
};

test("a block keeps two people apart until it is lifted, by the one who made it", async () => {
  expect(await canReach()).toBe(true);
  expect(await block(ada, bo.id)).toMatchObject({ status: 200, json: { ok: true } });
  expect(await canReach()).toBe(false);
  expect((await block(ada, bo.id)).status).toBe(200);

  expect((await unblock(bo, ada.id)).status).toBe(200);
  expect(await canReach()).toBe(false);
  expect((await unblock(ada, bo.id)).status).toBe(200);
  expect(await canReach()).toBe(true);
  expect((await unblock(ada, bo.id)).status).toBe(200);
});

test("a block ends the call that the two are in", async () => {
  const sid = `CA${"1".repeat(32)}`;
  await sandbox.supabase.query(
    `with call as (
       insert into calls (provider_sid, kind, match_id, caller_id, status)
       values ($1, 'voice', $2, $3, 'in-progress') returning id
     )
     insert into call_participants (call_id, leg_sid, profile_id, role, status)
     select id, $1, $3::uuid, 'caller'::call_role, 'in-progress'::call_status from call
     union all select id, null, $4::uuid, 'callee', 'in-progress' from call`,
    [sid, matchId, ada.id, bo.id],
  );
  await block(bo, ada.id);
  const [call] = await sandbox.supabase.query<{ end_reason: string }>(
    "select end_reason from calls where provider_sid = $1",
    [sid],
  );
  expect(call).toEqual({ end_reason: "blocked" });
  await unblock(bo, ada.id);
});

test("nobody blocks a stranger to the database, themselves, or without an id", async () => {
  const missing = await block(ada, "00000000-0000-4000-8000-00000000dead");
  expect(missing).toMatchObject({ status: 404, json: { error: { code: "not_found" } } });
  const self = await block(ada, ada.id);
  expect(self).toMatchObject({ status: 400, json: { error: { code: "invalid_request" } } });
  const junk = await block(ada, "bo");
  expect(junk).toMatchObject({
    status: 400,
    json: { error: { fields: { profileId: "must be the id of a profile" } } },
  });
  expect((await unblock(ada, "bo")).status).toBe(400);
  expect(await canReach()).toBe(true);
});
