import { expect, test } from "vitest";
import { become } from "./support/actors.ts";
import { testDatabase } from "./support/database.ts";
import { makeWorld, matchId, personId } from "./support/world.ts";

const database = testDatabase(makeWorld);

interface Use {
  allowed: boolean;
  remaining: number;
  retry_after_seconds: number;
}

const use = async (key: string, max = 3, seconds = 60) =>
  (
    await database().query<Use>("select * from consume_rate_limit($1, $2, $3)", [key, max, seconds])
  )[0];
const age = (key: string, interval: string) =>
  database().query(
    "update rate_limits set window_started_at = now() - $2::interval where key = $1",
    [key, interval],
  );

test("a key may be used up to its limit, and then learns how long to wait", async () => {
  expect(await use("a")).toEqual({ allowed: true, remaining: 2, retry_after_seconds: 0 });
  expect(await use("a")).toMatchObject({ allowed: true, remaining: 1 });
  expect(await use("a")).toMatchObject({ allowed: true, remaining: 0 });
  await age("a", "20 seconds");
  const refused = await use("a");
  expect(refused).toMatchObject({ allowed: false, remaining: 0 });
  expect(refused?.retry_after_seconds).toBeGreaterThanOrEqual(39);
  expect(refused?.retry_after_seconds).toBeLessThanOrEqual(40);
});

test("a new window starts when the old one is over, however often it was tried meanwhile", async () => {
  for (let n = 0; n < 10; n++) await use("b");
  await age("b", "60 seconds");
  expect(await use("b")).toEqual({ allowed: true, remaining: 2, retry_after_seconds: 0 });
});

test("being refused does not lengthen the wait", async () => {
  for (let n = 0; n < 3; n++) await use("c");
  await age("c", "59 seconds");
  await use("c");
  expect((await use("c"))?.retry_after_seconds).toBe(1);
});

test("keys do not share their uses", async () => {
  for (let n = 0; n < 4; n++) await use("d");
  expect(await use("e")).toMatchObject({ allowed: true });
});

test("of uses at the same time no more than the limit pass", async () => {
  const uses = await Promise.all(Array.from({ length: 10 }, () => use("f")));
  expect(uses.filter((one) => one?.allowed)).toHaveLength(3);
});

const write = (sql: string, role: "authenticated" | "service_role" = "authenticated") =>
  database().rehearse(async (tx) => {
    await tx.query("update write_limits set max = 2");
    await become(tx, role, role === "authenticated" ? personId("owner") : undefined);
    const tries = [];
    for (let n = 0; n < 3; n += 1) tries.push(await tx.query(sql));
    return tries.length;
  });
const sayHello = `insert into messages (match_id, sender_id, body)
  values ('${matchId("member")}', '${personId("owner")}', 'hello')`;
const react = (emoji: string) =>
  `select react(id, '${emoji}') from messages where match_id = '${matchId("member")}' and body = 'hello'`;

const block = `insert into blocks (blocker_id, blocked_id) values ${(
  ["stranger", "bystander", "member"] as const
).map((person) => `('${personId("owner")}', '${personId(person)}')`)}`;

test.each([
  ["messages", sayHello],
  ["reactions", react("🙂")],
  ["how far they have read", "update match_members set last_read_at = now()"],
  ["what they choose", "update private_profiles set text_missed_calls = not text_missed_calls"],
  ["about themselves", "update profiles set display_name = display_name || 'a'"],
  [
    "what they want to be told",
    `insert into notification_preferences (profile_id) values ('${personId("owner")}')
      on conflict (profile_id) do update set messages = excluded.messages`,
  ],
  ["whom they block", block],
])("a person who writes %s faster than anybody types has to wait", async (_what, sql) => {
  await expect(write(sql)).rejects.toMatchObject({
    code: "PT429",
    hint: expect.stringMatching(/^Try again in (60|59) seconds/),
  });
});

test("no column that browsers may write is without a limit", async () => {
  const unlimited = await database().query(
    `select c.oid::regclass::text || '.' || a.attname as column, kind
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    cross join (values ('INSERT', 4), ('UPDATE', 16)) as way (kind, bit)
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and has_column_privilege('authenticated', c.oid, a.attnum, kind)
      and not exists (
        select from pg_trigger t
        where t.tgrelid = c.oid and t.tgfoid = 'private.limit_writes'::regproc and t.tgtype & bit > 0
          and (kind = 'INSERT' or cardinality(t.tgattr::smallint[]) = 0 or a.attnum = any (t.tgattr::smallint[]))
      )`,
  );
  expect(unlimited).toEqual([]);
});

test("what the server writes for people was counted where they asked for it", async () => {
  expect(await write(sayHello, "service_role")).toBe(3);
});

const claim = async (recipient: string, code = "code") =>
  (
    await database().query<{ ok: boolean }>("select claim_verification($1, $2) as ok", [
      recipient,
      code,
    ])
  )[0]?.ok;
const approve = (recipient: string, approvedAgo = "0 seconds") =>
  database().query(
    "insert into verification_approvals (recipient_hash, code_hash, approved_at) values ($1, 'code', now() - $2::interval)",
    [recipient, approvedAgo],
  );

test("an approved code is claimed by one at a time", async () => {
  await approve("ann");
  const claims = await Promise.all([claim("ann"), claim("ann"), claim("ann")]);
  expect(claims.filter(Boolean)).toHaveLength(1);
});

test("a claim that came to nothing can be repeated after ten seconds", async () => {
  await approve("ben");
  expect(await claim("ben")).toBe(true);
  await database().query(
    "update verification_approvals set claimed_at = now() - interval '11 seconds' where recipient_hash = 'ben'",
  );
  expect(await claim("ben")).toBe(true);
});

test("a wrong code, a stranger, an old approval and a used one are not claimed", async () => {
  await approve("cal");
  expect(await claim("cal", "another")).toBe(false);
  expect(await claim("dan")).toBe(false);
  await approve("eve", "61 seconds");
  expect(await claim("eve")).toBe(false);
  await database().query(
    "update verification_approvals set consumed_at = now() where recipient_hash = 'cal'",
  );
  expect(await claim("cal")).toBe(false);
});

test("uses that are told together are counted in the order in which requests count theirs", async () => {
  const keys = ["reads-address:b", "reads:a", "safety-address:b", "safety:a"];
  await database().query("select add_uses($1, $2, $3)", [keys, [1, 1, 1, 1], [60, 60, 60, 60]]);
  const counted = await database().query<{ key: string }>(
    "select key from rate_limits where key = any ($1) order by ctid",
    [keys],
  );
  // A request counts its person, then its address: the other way round, each would wait for the other.
  const isAddress = counted.map(({ key }) => key.includes("-address:"));
  expect(isAddress).toEqual([false, false, true, true]);
});
