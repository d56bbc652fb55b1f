import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Person } from "@/e2e/integration/people";
import { callRoute, startSandboxEnv } from "@/e2e/integration/sandbox-env";

const sandbox = await startSandboxEnv({ ACCOUNT_GRACE_DAYS: "14" });
const { POST: report } = await import("@/app/api/reports/route");
const { GET: listReports } = await import("@/app/api/admin/reports/route");
const adminReport = await import("@/app/api/admin/reports/[id]/route");
const { DELETE: deleteAccount } = await import("@/app/api/account/route");
const { POST: keepAccount } = await import("@/app/api/account/keep/route");
const { GET: exportAccount } = await import("@/app/api/account/export/route");
const { log } = await import("@/lib/log");
const { personTag } = await import("@/lib/keyed-hash");
const { POST: purge } = await import("@/app/api/cron/accounts/route");
const { GET: recentCalls } = await import("@/app/api/calls/route");
const message = await import("@/app/api/messages/[id]/route");
const numbers = await import("@/app/api/numbers/route");
const availableNumbers = await import("@/app/api/numbers/available/route");
const { createClient } = await import("@supabase/supabase-js");

const { query } = sandbox.supabase;
let people = 100;
let ada: Person;
let bo: Person;
let mo: Person;
let matchId: string;

const newPerson = () => {
  people += 1;
  return sandbox.signIn(`+14155550${people}`);
};
const say = (by: Person, body: string) =>
  query("insert into messages (match_id, sender_id, body) values ($1, $2, $3)", [
    matchId,
    by.id,
    body,
  ]);
const rows = async <T>(sql: string, ...values: unknown[]) => (await query(sql, values)) as T[];
const canReach = async () =>
  (await rows<{ reach: boolean }>("select can_reach($1, $2) as reach", ada.id, bo.id))[0]?.reach;
const call = (
  handler: unknown,
  path: string,
  by: Person | string,
  body?: object,
  method = "POST",
) =>
  callRoute(handler, {
    method: method as "POST",
    path,
    token: typeof by === "string" ? by : by.accessToken,
    ...(body && { body }),
  });
const reportBo = (body: object = {}) =>
  call(report, "/api/reports", ada, { profileId: bo.id, matchId, reason: "harassment", ...body });
const settle = async (body: object, about = bo) => {
  const [latest] = await rows<{ id: string }>(
    "select id from reports where reported_id = $1 order by created_at desc limit 1",
    about.id,
  );
  return callRoute(adminReport.PATCH, {
    method: "PATCH",
    path: `/api/admin/reports/${latest?.id}`,
    token: mo.accessToken,
    params: { id: latest?.id ?? "" },
    body,
  });
};
const leave = (by: Person) =>
  call(deleteAccount, "/api/account", by, { confirm: "delete my account" }, "DELETE");
const runCron = (secret = process.env.CRON_SECRET ?? "") =>
  call(purge, "/api/cron/accounts", secret);
const passGrace = (who: Person) =>
  query("update profiles set leaving_at = now() - interval '15 days' where id = $1", [who.id]);

beforeAll(async () => {
  mo = await newPerson();
  const admin = createClient(sandbox.supabase.url, sandbox.supabase.secretKey);
  await admin.auth.admin.updateUserById(mo.id, { app_metadata: { role: "moderator" } });
  mo = await sandbox.signIn(mo.phone);
});
beforeEach(async () => {
  ada = await newPerson();
  bo = await newPerson();
  matchId = await sandbox.makeMatch(ada, bo);
});

test("a report keeps the words as they were, and its block works at once", async () => {
  await say(bo, "You will be sorry.");
  expect(await reportBo({ details: "He threatens me.", block: true })).toMatchObject({
    status: 200,
  });
  await query("update messages set body = null, deleted_at = now() where sender_id = $1", [bo.id]);
  expect(await canReach()).toBe(false);

  const list = await call(listReports, "/api/admin/reports?state=open", mo, undefined, "GET");
  expect(list.json).toMatchObject({
    reports: [{ reason: "harassment", excerpt: "He threatens me.", reported: { id: bo.id } }],
  });
  const { reports } = list.json as { reports: { id: string }[] };
  const one = await callRoute(adminReport.GET, {
    method: "GET",
    path: `/api/admin/reports/${reports[0]?.id}`,
    token: mo.accessToken,
    params: { id: reports[0]?.id ?? "" },
  });
  expect(one.json).toMatchObject({
    report: {
      evidence: {
        profile: { name: expect.stringMatching(/^Person/), age: expect.any(Number) },
        messages: [{ from: "reported", body: "You will be sorry.", deleted: false }],
      },
    },
  });
  expect(one.text).not.toContain(bo.phone);
  expect((await settle({ action: "dismiss" })).status).toBe(200);
});

test("what the reported person has taken back is in the report, what others took back is not", async () => {
  await say(bo, "I know where you live.");
  await say(ada, "My secret.");
  for (const { id, sender } of await rows<{ id: string; sender: string }>(
    "select id, sender_id as sender from messages where match_id = $1",
    matchId,
  )) {
    const taken = await callRoute(message.DELETE, {
      ...{ method: "DELETE", path: `/api/messages/${id}`, params: { id } },
      token: (sender === bo.id ? bo : ada).accessToken,
    });
    expect(taken.status).toBe(200);
  }
  const visible = await query("select body from messages where match_id = $1", [matchId]);
  expect(visible).toEqual([{ body: null }, { body: null }]);

  await reportBo();
  const [latest] = await rows<{ evidence: unknown }>(
    "select evidence from reports where reported_id = $1",
    bo.id,
  );
  expect(latest?.evidence).toMatchObject({
    messages: [
      { from: "reported", body: "I know where you live.", deleted: true },
      { from: "reporter", body: null, deleted: true },
    ],
  });
  await settle({ action: "dismiss" });
});

test("nobody reports strangers by a match that they never had, or themselves", async () => {
  const stranger = await newPerson();
  const answers = [
    await reportBo({ profileId: stranger.id }),
    await reportBo({ profileId: ada.id, matchId: undefined }),
    await call(report, "/api/reports", stranger, { profileId: bo.id, matchId, reason: "spam" }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect((await reportBo({ reason: "ugly" })).status).toBe(400);
  expect((await reportBo({ details: "x".repeat(1001) })).status).toBe(400);
});

test("a moderator neither reads nor settles what is said about them", async () => {
  await reportBo({ profileId: mo.id, matchId: undefined });
  expect((await settle({ action: "dismiss" }, mo)).status).toBe(403);
  const list = await call(listReports, "/api/admin/reports", mo, undefined, "GET");
  expect(list.status).toBe(200);
  expect(list.text).not.toContain(mo.id);
});

test("only moderators learn that there are reports", async () => {
  const answer = await call(listReports, "/api/admin/reports", ada, undefined, "GET");
  expect(answer).toMatchObject({ status: 404, json: { error: { code: "not_found" } } });
});

test("who is suspended is out everywhere, at once, and reads why", async () => {
  await reportBo();
  expect((await call(recentCalls, "/api/calls", bo, undefined, "GET")).status).toBe(200);
  expect((await settle({ action: "suspend" })).status).toBe(400);
  const sid = `CA${"8".repeat(32)}`;
  await query(
    `with call as (
       insert into calls (provider_sid, kind, match_id, caller_id, status)
       values ($1, 'voice', $2, $3, 'in-progress') returning id
     )
     insert into call_participants (call_id, leg_sid, profile_id, role, status)
     select id, $1, $3::uuid, 'caller'::call_role, 'in-progress'::call_status from call
     union all select id, null, $4::uuid, 'callee', 'in-progress' from call`,
    [sid, matchId, ada.id, bo.id],
  );
  const suspended = await settle({ action: "suspend", words: "You threatened somebody." });
  expect(suspended.json).toMatchObject({ report: { state: "actioned", action: "suspend" } });
  expect(await settle({ action: "dismiss" })).toMatchObject({ status: 409 });
  const [callRow] = await rows<{ live: boolean }>(
    "select status < 'completed' as live from calls where provider_sid = $1",
    sid,
  );
  expect(callRow).toEqual({ live: false });

  expect(await canReach()).toBe(false);
  expect(await call(recentCalls, "/api/calls", bo, undefined, "GET")).toMatchObject({
    status: 403,
    json: { error: { code: "account_closed" } },
  });
  const visitor = createClient(sandbox.supabase.url, sandbox.supabase.publishableKey);
  const renewed = await visitor.auth.refreshSession({ refresh_token: bo.refreshToken });
  expect(renewed.error).not.toBeNull();

  const asBo = createClient(sandbox.supabase.url, sandbox.supabase.publishableKey, {
    accessToken: async () => bo.accessToken,
  });
  const { data: own } = await asBo.from("profiles").select("suspended_for").eq("id", bo.id);
  expect(own).toEqual([{ suspended_for: "You threatened somebody." }]);
  const { error } = await asBo
    .from("messages")
    .insert({ match_id: matchId, sender_id: bo.id, body: "Still here" });
  expect(error?.code).toBe("42501");

  const restored = await settle({ action: "restore", note: "The appeal was right." });
  expect(restored.json).toMatchObject({ report: { state: "dismissed", action: "restore" } });
  expect(await canReach()).toBe(true);
  expect((await call(recentCalls, "/api/calls", bo, undefined, "GET")).status).toBe(200);
});

test("an export holds all of one's own, and no words of others", async () => {
  await say(ada, "Mine");
  await say(bo, "Not mine");
  await reportBo({ details: "Spam" });
  const answer = await call(exportAccount, "/api/account/export", ada, undefined, "GET");
  expect(answer.headers.get("content-disposition")).toMatch(
    /^attachment; filename="duet-data-\d{4}-\d\d-\d\d\.json"$/,
  );
  expect(answer.json).toMatchObject({
    profile: { id: ada.id, birth_date: "1990-01-01" },
    contact: { phone: ada.phone },
    matches: [{ match_id: matchId, with: [expect.stringMatching(/^Person/)] }],
    messages: [{ body: "Mine" }],
    reports: [{ details: "Spam" }],
  });
  expect(answer.text).not.toContain("Not mine");
  expect(answer.text).not.toContain(bo.phone);
});

test("who deletes their account is gone at once, and may come back for two weeks", async () => {
  expect((await call(deleteAccount, "/api/account", ada, {}, "DELETE")).status).toBe(400);
  const answer = await leave(ada);
  expect(answer.status).toBe(200);
  const { deletedFrom } = answer.json as { deletedFrom: string };
  expect(Date.parse(deletedFrom) - Date.now()).toBeGreaterThan(13.9 * 86_400_000);
  expect(await canReach()).toBe(false);
  expect((await call(recentCalls, "/api/calls", ada, undefined, "GET")).status).toBe(403);

  expect((await runCron()).json).toMatchObject({ purged: 0, failed: 0 });
  const back = await sandbox.signIn(ada.phone);
  expect((await call(keepAccount, "/api/account/keep", back)).status).toBe(200);
  expect(await canReach()).toBe(true);
  expect((await call(recentCalls, "/api/calls", back, undefined, "GET")).status).toBe(200);
});

test("a purge takes all that was theirs and leaves others their lines, without a name", async () => {
  const cleo = await newPerson();
  const dan = await newPerson();
  const pair = matchId;
  matchId = await sandbox.makeMatch(ada, bo, cleo, dan);
  await say(ada, "My secret");
  await say(bo, "An answer");
  const [name] = await rows<{ display_name: string }>(
    "select display_name from profiles where id = $1",
    ada.id,
  );
  await query(
    "insert into messages (match_id, sender_id, kind, body) values ($1, $2, 'system', $3)",
    [matchId, bo.id, `Bo added ${name?.display_name}`],
  );
  const sid = `CA${"7".repeat(32)}`;
  await query(
    `with call as (
       insert into calls (provider_sid, kind, match_id, caller_id, status, ended_at)
       values ($1, 'voice', $2, $3, 'completed', now()) returning id
     )
     insert into call_participants (call_id, leg_sid, profile_id, role, status)
     select id, $1, $3::uuid, 'caller'::call_role, 'completed'::call_status from call`,
    [sid, matchId, ada.id],
  );
  await leave(ada);
  await passGrace(ada);

  expect((await runCron("a wrong secret")).status).toBe(401);
  expect((await runCron()).json).toMatchObject({ purged: 1, failed: 0 });
  expect((await runCron()).json).toMatchObject({ purged: 0, failed: 0 });

  expect(await rows("select from auth.users where id = $1", ada.id)).toEqual([]);
  expect(await rows("select from private_profiles where phone = $1", ada.phone)).toEqual([]);
  const lines = await rows<{ body: string | null; sender_id: string | null; kind: string }>(
    "select body, sender_id, kind from messages where match_id = $1 order by created_at",
    matchId,
  );
  expect(lines).toEqual(
    expect.arrayContaining([
      { kind: "text", body: null, sender_id: null },
      { kind: "text", body: "An answer", sender_id: bo.id },
      { kind: "system", body: "Bo added Former member", sender_id: bo.id },
    ]),
  );
  expect(JSON.stringify(lines)).not.toContain(name?.display_name);
  expect(await rows("select caller_id from calls where provider_sid = $1", sid)).toEqual([
    { caller_id: null },
  ]);
  const [ended] = await rows<{ over: boolean }>(
    "select ended_at is not null as over from matches where id = $1",
    pair,
  );
  expect(ended).toEqual({ over: true });
});

test("a purge gives numbers back, and deletes recordings, pictures and voice notes", async () => {
  const wanted = await call(
    availableNumbers.GET,
    "/api/numbers/available?country=US&areaCode=628",
    ada,
    undefined,
    "GET",
  );
  const [offer] = (wanted.json as { numbers: { phoneNumber: string }[] }).numbers;
  const phoneNumber = offer?.phoneNumber ?? "";
  expect((await call(numbers.POST, "/api/numbers", ada, { phoneNumber })).status).toBe(200);
  expect(sandbox.twilio.context.numbers.get(phoneNumber)).toBeDefined();
  await query(
    `with call as (
       insert into calls (provider_sid, kind, match_id, caller_id, status, ended_at)
       values ($1, 'voice', $2, $3, 'completed', now()) returning id
     ), part as (
       insert into call_participants (call_id, profile_id, role, status)
       select id, $3::uuid, 'caller'::call_role, 'completed'::call_status from call
     )
     insert into recordings (provider_sid, call_id, kind, status, expires_at)
     select $4, id, 'call', 'completed', now() + interval '1 day' from call`,
    [`CA${"6".repeat(32)}`, matchId, ada.id, `RE${"6".repeat(32)}`],
  );
  const { storage } = createClient(sandbox.supabase.url, sandbox.supabase.secretKey);
  const files = {
    avatars: [`${ada.id}/one/256.webp`, "image/webp"],
    "voice-notes": [`${ada.id}/note`, "audio/webm"],
  } as const;
  for (const [bucket, [path, contentType]] of Object.entries(files)) {
    const { error } = await storage
      .from(bucket)
      .upload(path, new Blob(["x"], { type: contentType }), { contentType });
    expect(error).toBeNull();
  }
  await leave(ada);
  await passGrace(ada);
  expect((await runCron()).json).toMatchObject({ purged: 1, failed: 0 });

  expect(sandbox.twilio.context.numbers.get(phoneNumber)).toBeUndefined();
  expect(
    await rows("select status from recordings where provider_sid = $1", `RE${"6".repeat(32)}`),
  ).toEqual([{ status: "deleted" }]);
  for (const [bucket, [path]] of Object.entries(files)) {
    expect((await storage.from(bucket).download(path)).data).toBeNull();
  }
});

test("a purge that fails waits, is in nobody's way, and cannot be called off any more", async () => {
  await query(
    `with call as (
       insert into calls (provider_sid, kind, match_id, caller_id, status, ended_at)
       values ($1, 'voice', $2, $3, 'completed', now()) returning id
     ), part as (
       insert into call_participants (call_id, profile_id, role, status)
       select id, $3::uuid, 'caller'::call_role, 'completed'::call_status from call
     )
     insert into recordings (provider_sid, call_id, kind, status, expires_at)
     select $4, id, 'call', 'completed', now() + interval '1 day' from call`,
    [`CA${"5".repeat(32)}`, matchId, ada.id, `RE${"5".repeat(32)}`],
  );
  await leave(ada);
  await passGrace(ada);
  const back = await sandbox.signIn(ada.phone);
  const { faults } = sandbox.twilio.context;
  faults.add({ target: "rest", kind: "status", status: 500, match: "/Recordings" });
  const noted = vi.spyOn(log, "error");
  expect((await runCron()).json).toMatchObject({ purged: 0, failed: 1 });
  faults.clear();
  // The log tells failures apart by person, and names nobody.
  expect(noted.mock.calls).toMatchObject([[{ user: personTag(ada.id) }, "account not purged"]]);
  expect(JSON.stringify(noted.mock.calls)).not.toContain(ada.id);
  noted.mockRestore();

  expect(await call(keepAccount, "/api/account/keep", back)).toMatchObject({
    status: 403,
    json: { error: { code: "account_closed" } },
  });
  await leave(bo);
  await passGrace(bo);
  expect((await runCron()).json).toMatchObject({ purged: 1, failed: 0 });
  expect(await rows("select id from profiles where id = $1", ada.id)).toHaveLength(1);

  await query("update account_purges set due_at = now()");
  expect((await runCron()).json).toMatchObject({ purged: 1, failed: 0 });
  expect(await rows("select id from profiles where id = $1", ada.id)).toEqual([]);
});

test("who comes back just before the purge keeps everything", async () => {
  await leave(ada);
  await passGrace(ada);
  const begin = "select begin_purge($1, 14) as ours";
  const back = await sandbox.signIn(ada.phone);
  expect((await call(keepAccount, "/api/account/keep", back)).status).toBe(200);
  // The list of accounts that are due was made before that.
  expect(await rows(begin, ada.id)).toEqual([{ ours: false }]);

  await leave(ada);
  await passGrace(ada);
  expect([...(await rows(begin, ada.id)), ...(await rows(begin, ada.id))]).toEqual([
    { ours: true },
    { ours: false },
  ]);
  await query("update account_purges set due_at = now()");
  await runCron();
});

test("a purge waits for moderators, and a suspension outlives it", async () => {
  await reportBo();
  await leave(bo);
  await passGrace(bo);
  expect((await runCron()).json).toMatchObject({ purged: 0 });

  await settle({ action: "suspend", words: "You threatened somebody." });
  expect((await runCron()).json).toMatchObject({ purged: 1 });
  const { prepareSignIn } = await import("@/lib/auth/person");
  await expect(prepareSignIn({ kind: "phone", to: bo.phone, country: "US" })).rejects.toMatchObject(
    { code: "account_closed" },
  );
  const [kept] = await rows<{ evidence: unknown; reported_id: string | null }>(
    "select evidence, reported_id from reports where reporter_id = $1",
    ada.id,
  );
  expect(kept).toEqual({ evidence: null, reported_id: null });
});
