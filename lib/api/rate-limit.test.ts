import { expect, test } from "vitest";
import { startSandboxEnv } from "@/e2e/integration/sandbox-env";

const sandbox = await startSandboxEnv();
const { consume } = await import("@/lib/api/rate-limit");

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
