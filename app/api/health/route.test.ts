import { afterEach, expect, test, vi } from "vitest";
import { callRoute, startSandboxEnv } from "@/e2e/integration/sandbox-env";

const sandbox = await startSandboxEnv();
const { GET } = await import("@/app/api/health/route");
const { GET: live } = await import("@/app/api/health/live/route");

const health = () => callRoute(GET, { method: "GET", path: "/api/health" });

afterEach(() => vi.useRealTimers());

test("all is well when all answer, and Twilio is asked once a minute at most", async () => {
  const well = {
    status: 200,
    json: { ok: true, status: "ok", services: { database: "ok", auth: "ok", twilio: "ok" } },
  };
  expect(await health()).toMatchObject(well);
  const { faults } = sandbox.twilio.context;
  const { id } = faults.add({ target: "rest", kind: "status", status: 500 });
  expect(await health()).toMatchObject(well);
  faults.clear(id);
});

test.each([
  ["database", "/rest/v1/rate_limits"],
  ["auth", "/auth/v1/.well-known"],
])("a failing %s is told apart, without details", async (service, path) => {
  sandbox.failSupabase({ path, status: 500, times: 1 });
  const answer = await health();
  expect(answer).toMatchObject({ status: 503, json: { ok: false, status: "failing" } });
  const services = { database: "ok", auth: "ok", twilio: "ok", [service]: "failing" };
  expect(answer.json).toEqual({ ok: false, status: "failing", services });
  expect((await health()).status).toBe(200);
});

test("a failing Twilio shows within a minute, and so does its recovery", async () => {
  const { faults } = sandbox.twilio.context;
  const { id } = faults.add({ target: "rest", kind: "status", status: 500 });
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
  expect(await health()).toMatchObject({ status: 503, json: { services: { twilio: "failing" } } });
  faults.clear(id);
  vi.setSystemTime(Date.now() + 10_000);
  expect(await health()).toMatchObject({ status: 200, json: { services: { twilio: "ok" } } });
});

test("the process is alive whatever its services do", async () => {
  sandbox.failSupabase({ path: "/", status: 500, times: 1 });
  const answer = await callRoute(live, { method: "GET", path: "/api/health/live" });
  expect(answer).toMatchObject({ status: 200, json: { ok: true } });
});
