import { expect, test } from "vitest";
import { callRoute, startSandboxEnv } from "../../../../e2e/integration/sandbox-env";

const sandbox = await startSandboxEnv();
const { POST } = await import("@/app/api/calls/check/route");

const path = "/api/calls/check";
const ada = await sandbox.signIn("+14155550111");
const check = (to: string, token: string | null = ada.accessToken) =>
  callRoute(POST, { path, ...(token && { token }), body: { to } });

test("a number that may be called comes back as E.164", async () => {
  expect(await check("+1 (415) 555-0123")).toMatchObject({
    status: 200,
    json: { ok: true, to: "+14155550123" },
  });
});

test.each([
  ["+19005550123", 400, "premium_number"],
  ["+5350123456", 400, "unsupported_country"],
  ["12", 400, "invalid_phone"],
  [sandbox.twilio.config.phoneNumber, 400, "number_not_allowed"],
])("%s may not be called, and the page is told why", async (to, status, code) => {
  expect(await check(to)).toMatchObject({ status, json: { ok: false, error: { code } } });
});

test("nobody asks who has not signed in", async () => {
  expect(await check("+14155550123", null)).toMatchObject({ status: 401 });
});
