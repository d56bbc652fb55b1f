import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { callRoute, startSandboxEnv } from "@/e2e/integration/sandbox-env";

const sandbox = await startSandboxEnv();
const { consume, counterKey } = await import("@/lib/api/rate-limit");
const { countUses } = await import("@/lib/api/count-uses");
const { adminClient } = await import("@/lib/supabase/admin");
const { route } = await import("@/lib/api/route");

const limit = { name: "test", max: 3, windowSeconds: 60 };

test("the use after the last allowed one is refused until the window has passed", async () => {
  for (let n = 0; n < 3; n += 1) await consume(limit, "ada");
  const refused = await consume(limit, "ada").catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: "rate_limited", retryAfterSeconds: expect.any(Number) });
  await expect(consume(limit, "bo")).resolves.toBeUndefined();

  await sandbox.supabase.query(
    "update rate_limits set window_started_at = now() - interval '60 seconds'",
  );
  await expect(consume(limit, "ada")).resolves.toBeUndefined();
});

test("of many uses at the same time exactly the allowed ones pass", async () => {
  const uses = Array.from({ length: 10 }, () => consume(limit, "cy"));
  const passed = (await Promise.allSettled(uses)).filter(({ status }) => status === "fulfilled");
  expect(passed).toHaveLength(3);
});

test("a database that does not answer refuses, with a wait", async () => {
  sandbox.failSupabase({ path: "consume_rate_limit", status: 500, times: 1 });
  await expect(consume(limit, "di")).rejects.toMatchObject({
    code: "unavailable",
    retryAfterSeconds: 5,
  });
});

const use = (name: string, max: number, subject: string = randomUUID()) => ({
  ...{ limit: { name, max, windowSeconds: 60 }, subject },
});
const hitsOf = async ({ limit, subject }: ReturnType<typeof use>) =>
  (
    await sandbox.supabase.query<{ hits: number }>("select hits from rate_limits where key = $1", [
      counterKey({ limit, subject }),
    ])
  )[0]?.hits ?? 0;

test("of several limits the first that is used up refuses, and the ones after it are spared", async () => {
  const [first, second, third] = [use("first", 5), use("second", 1), use("third", 5)];
  const all = [first, second, third];
  expect((await countUses(all)).allowance).toMatchObject({ limit: first.limit, remaining: 4 });
  expect((await countUses(all)).allowance).toMatchObject({
    ...{ limit: second.limit, allowed: false, remaining: 0 },
  });
  expect(await Promise.all(all.map(hitsOf))).toEqual([2, 2, 1]);
});

const write = route({ access: "user", summary: "Write", limit: use("own", 2).limit }, () => ({}));
const read = route({ access: "user", summary: "Read" }, () => ({}));

test("a write is counted for person, address and route in one round trip, a read in none", async () => {
  const { accessToken: token } = await sandbox.signIn("+14155550171");
  const call = (handler: unknown, method: "GET" | "POST") =>
    callRoute(handler, { method, path: "/api/try", token, ip: "192.0.2.7" });
  await call(read, "GET");
  expect(await sandbox.requestsDuring(() => call(read, "GET"))).toEqual([]);
  expect(await sandbox.requestsDuring(() => call(write, "POST"))).toEqual([
    "POST /rest/v1/rpc/admit_request",
  ]);
  expect((await call(write, "POST")).headers.get("ratelimit")).toMatch(/^"writes";r=238;t=\d+$/);
  const refused = await call(write, "POST");
  expect(refused).toMatchObject({ status: 429, json: { error: { code: "rate_limited" } } });
  expect(refused.headers.get("ratelimit")).toMatch(/^"own";r=0;t=\d+$/);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(50);
});

test("a suspended person is refused in the same round trip, and uses nothing up", async () => {
  const { id, accessToken: token } = await sandbox.signIn("+14155550172");
  await sandbox.supabase.query("update profiles set suspended_at = now() where id = $1", [id]);
  const refused = await callRoute(write, { path: "/api/try", token });
  expect(refused).toMatchObject({ status: 403, json: { error: { code: "account_closed" } } });
  expect(await hitsOf(use("writes", 1, id))).toBe(0);
});

test("what two instances count by themselves adds up in the database", async () => {
  const one = use("both", 10);
  const tell = (uses: number) =>
    adminClient()
      .rpc("add_uses", {
        ...{ p_keys: [counterKey(one)], p_uses: [uses], p_windows_seconds: [60] },
      })
      .throwOnError();
  await tell(4);
  expect((await tell(3)).data).toEqual([
    { key: counterKey(one), hits: 7, resets_after_seconds: expect.any(Number) },
  ]);
  await sandbox.supabase.query(
    "update rate_limits set window_started_at = now() - interval '61 seconds' where key = $1",
    [counterKey(one)],
  );
  expect((await tell(2)).data?.[0]).toMatchObject({ hits: 2, resets_after_seconds: 60 });
});
