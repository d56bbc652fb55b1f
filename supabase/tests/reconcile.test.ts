import { beforeEach, describe, expect, test } from "vitest";
import { callPlayer } from "./support/calls.ts";
import { testDatabase } from "./support/database.ts";
import { makeWorld, matchId, personId } from "./support/world.ts";

const database = testDatabase(async (fresh) => {
  await makeWorld(fresh);
  await fresh.script(callPlayer);
  await fresh.script("delete from call_checks");
});
beforeEach(async () => {
  await database().query("delete from calls");
  await database().query("delete from call_checks");
});

const one = async (sql: string, ...values: unknown[]) =>
  (await database().query<{ answer: unknown }>(`select ${sql} as answer`, values))[0]?.answer;
const passTime = () =>
  database().query("update call_checks set due_at = now() - interval '1 second'");
interface Claim {
  claimed: number;
  checks: { sid: string; outlived: boolean; recordings: boolean; print: string }[];
}
const claim = async (limit = 100) => (await one("claim_call_checks($1)", limit)) as Claim;
const parentSid = () => one("test.leg_sid('a', 'parent')");

type Said = { leg: string; status: string; at: number; duration?: number; event?: string };
const child = (status: string, at: number, duration?: number): Said => ({
  ...{ leg: "child", status, at },
  ...(duration !== undefined && { duration }),
});
const parent = (status: string, at: number, duration: number): Said => ({
  ...{ leg: "parent", status, at, duration },
});
async function hear(...events: Said[]) {
  await one("test.begin('a')");
  for (const event of events) await one("test.deliver('a', $1)", JSON.stringify(event));
  await passTime();
}
const whole = [
  child("in-progress", 10),
  child("completed", 50, 40),
  parent("completed", 51, 45),
] as const;

describe("Twilio is asked about a call", () => {
  test("not when its callbacks have told all", async () => {
    await hear(...whole);
    expect(await claim()).toEqual({ claimed: 1, checks: [] });
    expect(await claim()).toEqual({ claimed: 0, checks: [] });
  });

  test.for<[string, Said[]]>([
    ["that goes on", [child("in-progress", 10)]],
    ["of which nothing was heard", []],
    ["whose caller has told no end", whole.slice(0, 2)],
    ["whose callee has told no end", [whole[0], whole[2]]],
    ["whose callee was never heard of", [whole[2]]],
    ["whose answer was lost", whole.slice(1)],
    ["whose talk time was lost", [whole[0], child("completed", 50), whole[2]]],
  ])("%s", async ([, events]) => {
    await hear(...events);
    expect(await claim()).toMatchObject({ claimed: 1, checks: [{ sid: await parentSid() }] });
  });

  test("by telephone, unless the last dial's result and the caller's end were heard", async () => {
    await hear(...whole);
    await database().query("update calls set kind = 'phone'");
    expect((await claim()).checks).toHaveLength(1);
    await one("test.deliver('a', $1)", JSON.stringify({ ...whole[2], event: "hung-up" }));
    await passTime();
    expect((await claim()).checks).toEqual([]);
  });
});

describe("a claim", () => {
  test("is one caller's alone, comes back later each time, and can be given back", async () => {
    await hear();
    expect((await claim()).claimed).toBe(1);
    expect((await claim()).claimed).toBe(0);
    const wait = () =>
      one("(select round(extract(epoch from due_at - now())) from call_checks)::integer");
    expect(await wait()).toBe(120);
    await passTime();
    await claim();
    expect(await wait()).toBe(240);
    await one("release_call_checks(array[$1])", await parentSid());
    expect((await claim()).claimed).toBe(1);
    await database().query("update call_checks set tries = 50, due_at = now()");
    await claim();
    expect(await wait()).toBe(3600);
  });

  test("takes the oldest first and no more than it is asked to", async () => {
    await database().query(
      "insert into call_checks (provider_sid, due_at) select 'RM' || md5(n::text), now() - n * interval '1 minute' from generate_series(1, 5) n",
    );
    const { claimed, checks } = await claim(2);
    expect(claimed).toBe(2);
    expect(checks.map(({ sid }) => sid).sort()).toEqual(
      ((await one("array['RM' || md5('4'), 'RM' || md5('5')]")) as string[]).sort(),
    );
  });

  test("of a call whose row is gone ends there", async () => {
    await hear();
    await database().query("delete from calls");
    expect(await claim()).toEqual({ claimed: 1, checks: [] });
  });
});

test("a call that is live is looked at again after half its age, one that is over is not", async () => {
  await hear(child("in-progress", 10));
  const wait = () =>
    one("(select round(extract(epoch from due_at - now())) from call_checks)::integer");
  for (const [minutes, seconds] of [
    [1, 120],
    [10, 300],
    [200, 900],
  ] as const) {
    await database().query("update calls set started_at = now() - $1 * interval '1 minute'", [
      minutes,
    ]);
    await one("finish_call_check($1, true)", await parentSid());
    expect(await wait()).toBe(seconds);
  }
  await one("finish_call_check($1, false)", await parentSid());
  expect(await wait()).toBeNull();
});

test("a look counts as a repair when it has changed what is known", async () => {
  await hear(child("in-progress", 10));
  const [check] = (await claim()).checks;
  const finish = () => one("finish_call_check($1, true, $2)", check?.sid, check?.print);
  expect(await finish()).toBe(false);
  await one("test.deliver('a', $1)", JSON.stringify(whole[1]));
  expect(await finish()).toBe(true);
});

describe("what goes on at Twilio is to be ended", () => {
  const outlived = async () => {
    await passTime();
    return (await claim()).checks[0]?.outlived;
  };
  test("after a block, or long after its end, and not before", async () => {
    await hear(child("in-progress", 10));
    expect(await outlived()).toBe(false);
    await database().query("update calls set ended_at = now() - interval '9 minutes'");
    expect(await outlived()).toBe(false);
    await database().query("update calls set ended_at = now() - interval '11 minutes'");
    expect(await outlived()).toBe(true);
    await database().query("update calls set ended_at = null, end_reason = 'blocked'");
    expect(await outlived()).toBe(true);
  });

  test("when one of the two has left", async () => {
    await hear(child("in-progress", 10));
    await database().rehearse(async (tx) => {
      await tx.query(
        "update match_members set left_at = now() where match_id = $1 and profile_id = $2",
        [matchId("member"), personId("member")],
      );
      const [row] = await tx.query<{ answer: Claim }>("select claim_call_checks(1) as answer");
      expect(row?.answer.checks[0]?.outlived).toBe(true);
    });
  });
});
