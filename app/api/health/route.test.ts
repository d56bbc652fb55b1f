import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { callRoute, startSandboxEnv } from "@/e2e/integration/sandbox-env";

const sandbox = await startSandboxEnv();
const { GET } = await import("@/app/api/health/route");
const { GET: live } = await import("@/app/api/health/live/route");
const { faults } = sandbox.twilio.context;

const health = () => callRoute(GET, { method: "GET", path: "/api/health" });
const all = { database: "ok", auth: "ok", twilio: "ok", reconcile: "ok" };
let now = Date.now();

/** Time passes, in seconds: long enough, and nothing is remembered. */
const pass = (seconds: number) => {
  now += seconds * 1000;
  vi.setSystemTime(now);
};

// A database that has just started may take longer for its first answer than a probe waits.
beforeAll(health);
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  pass(120);
  const reconciled = new Date(now - 60_000).toISOString();
  await sandbox.supabase.query(
    "insert into job_runs (job, started_at, finished_at, outcome) values ('reconcile', $1, $1, '{}')",
    [reconciled],
  );
});
afterEach(async () => {
  faults.clear();
  await sandbox.supabase.script("delete from job_runs");
  vi.useRealTimers();
});

test("all is well when all answer and calls have been reconciled of late", async () => {
  const at = new Date(now - 60_000).toISOString();
  expect(await health()).toMatchObject({
    status: 200,
    json: { ok: true, status: "ok", services: all, lastReconcileAt: at },
  });
});

test.each([
  ["database", "/rest/v1/rate_limits"],
  ["auth", "/auth/v1/.well-known"],
])(
  "without the %s the app cannot serve: it is told apart, without details",
  async (service, path) => {
    sandbox.failSupabase({ path, status: 500, times: 1 });
    const answer = await health();
    expect(answer).toMatchObject({ status: 503, json: { ok: false, status: "failing" } });
    expect(answer.json).toMatchObject({ services: { ...all, [service]: "failing" } });
    expect(answer.text).not.toMatch(/500|127\.0\.0\.1/);
    pass(4);
    expect((await health()).status).toBe(200);
  },
);

test("without Twilio the app serves on, and its recovery shows within seconds", async () => {
  const { id } = faults.add({ target: "rest", kind: "status", status: 500 });
  expect(await health()).toMatchObject({
    status: 200,
    json: { ok: true, status: "degraded", services: { ...all, twilio: "failing" } },
  });
  faults.clear(id);
  pass(4);
  expect(await health()).toMatchObject({ json: { status: "ok", services: all } });
});

test("whoever asks often is answered from memory, and Twilio is asked once a minute", async () => {
  const asked = await sandbox.requestsDuring(async () => {
    await Promise.all([health(), health(), health()]);
    await health();
  });
  expect(asked.filter((request) => request.includes("rate_limits"))).toHaveLength(1);
  faults.add({ target: "rest", kind: "status", status: 500 });
  pass(50);
  expect(await health()).toMatchObject({ json: { services: { twilio: "ok" } } });
});

test.each([
  [
    "none has gone well for half an hour",
    "update job_runs set started_at = started_at - interval '1 hour', finished_at = finished_at - interval '1 hour'",
  ],
  ["the last ones failed", "update job_runs set outcome = null, error = 'No.'"],
  ["there was none", "delete from job_runs"],
])("calls are not being reconciled when %s", async (_, sql) => {
  await sandbox.supabase.script(sql);
  expect(await health()).toMatchObject({
    status: 200,
    json: { ok: true, status: "degraded", services: { ...all, reconcile: "late" } },
  });
});

test("the process is alive whatever its services do", async () => {
  sandbox.failSupabase({ path: "/", status: 500, times: 1 });
  const answer = await callRoute(live, { method: "GET", path: "/api/health/live" });
  expect(answer).toMatchObject({ status: 200, json: { ok: true } });
});
