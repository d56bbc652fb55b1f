import jwt from "jsonwebtoken";
import { expect, test } from "vitest";
import { callRoute, startSandboxEnv } from "../../../../../e2e/integration/sandbox-env";

const sandbox = await startSandboxEnv();
const { GET, POST } = await import("@/app/api/twilio/voice/token/route");
const { identityOf } = await import("@/lib/twilio/identity");

const path = "/api/twilio/voice/token";
const ada = await sandbox.signIn("+14155550111");
const ben = await sandbox.signIn("+14155550112");
const { config } = sandbox.twilio;

function claimsOf(answer: { json: unknown }) {
  const { token } = answer.json as { token: string };
  return jwt.verify(token, config.apiSecret, { complete: true });
}

test("a person gets an hour's token for calls, in their own name", async () => {
  const answer = await callRoute(POST, { path, token: ada.accessToken, body: {} });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("no-store, no-transform");
  expect(answer.json).toEqual({
    ok: true,
    token: expect.any(String),
    identity: `u_${ada.id.replaceAll("-", "")}`,
  });

  const { header, payload } = claimsOf(answer);
  expect(header).toMatchObject({ alg: "HS256", typ: "JWT", cty: "twilio-fpa;v=1" });
  expect(payload).toMatchObject({
    iss: config.apiKey,
    sub: config.accountSid,
    grants: {
      identity: identityOf(ada.id),
      voice: { incoming: { allow: true }, outgoing: { application_sid: config.twimlAppSid } },
    },
  });
  if (typeof payload === "string") throw new Error("The token has no claims");
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
});

test("naming oneself is fine, by POST and by GET under the alias", async () => {
  const identity = identityOf(ada.id);
  const posted = await callRoute(POST, { path, token: ada.accessToken, body: { identity } });
  const got = await callRoute(GET, {
    method: "GET",
    path: `/api/twilio/access-token?identity=${identity}`,
    token: ada.accessToken,
  });
  expect([posted.status, got.status]).toEqual([200, 200]);
  expect(claimsOf(got).payload).toMatchObject({ grants: { identity } });
});

test.each([identityOf(ben.id), ben.id, "anyone", ""])(
  "a token in the name of %j is refused",
  async (identity) => {
    const posted = await callRoute(POST, { path, token: ada.accessToken, body: { identity } });
    const got = await callRoute(GET, {
      method: "GET",
      path: `${path}?identity=${identity}`,
      token: ada.accessToken,
    });
    for (const { status, json, text } of [posted, got]) {
      expect(status).toBe(403);
      expect(json).toMatchObject({ ok: false, error: { code: "foreign_identity" } });
      expect(text).not.toContain("eyJ");
    }
  },
);

test("nobody gets a token without a session", async () => {
  const anonymous = await callRoute(POST, { path, body: {} });
  const junk = await callRoute(POST, { path, body: {}, token: "not.a.token" });
  const tampered = await callRoute(POST, { path, body: {}, token: `${ada.accessToken}x` });
  for (const { status, json } of [anonymous, junk, tampered]) {
    expect(status).toBe(401);
    expect(json).toMatchObject({ ok: false, error: { code: "unauthorized" } });
  }
});

test("a token costs no request to the database", async () => {
  await callRoute(POST, { path, token: ada.accessToken, body: {} });
  const requests = await sandbox.requestsDuring(() =>
    callRoute(POST, { path, token: ada.accessToken, body: {} }),
  );
  expect(requests).toEqual([]);
});

test("a wrong body is named, field by field", async () => {
  const answer = await callRoute(POST, { path, token: ada.accessToken, body: { identity: 7 } });
  expect(answer.status).toBe(400);
  expect(answer.json).toMatchObject({
    error: { code: "invalid_request", fields: { identity: expect.any(String) } },
  });
});
