import { createClient } from "@supabase/supabase-js";
import { expect, test } from "vitest";
import { callRoute, type RouteCall } from "@/e2e/integration/call-route";
import type { Person } from "@/e2e/integration/people";
import { startSignIn } from "@/e2e/integration/sign-in";

const { sandbox, start, check, codeOf } = await startSignIn();
const { POST } = await import("@/app/api/auth/signout/route");

const signOut = (call: Omit<RouteCall, "path">) =>
  callRoute(POST, { path: "/api/auth/signout", ...call });

/** Whether the session still lives: its refresh token gives a new access token. */
async function lives({ refreshToken }: Person): Promise<boolean> {
  const { url, publishableKey } = sandbox.supabase;
  const client = createClient(url, publishableKey, { auth: { persistSession: false } });
  const { data } = await client.auth.refreshSession({ refresh_token: refreshToken });
  return data.session !== null;
}

async function signInTwice(phone: string) {
  return [await sandbox.signIn(phone), await sandbox.signIn(phone)] as const;
}

test("signing out here leaves the other devices signed in", async () => {
  const [here, there] = await signInTwice("+14155550160");
  const answer = await signOut({ token: here.accessToken, body: { scope: "local" } });
  expect(answer).toMatchObject({ status: 200, json: { ok: true } });
  expect(await lives(here)).toBe(false);
  expect(await lives(there)).toBe(true);
});

test("signing out everywhere ends them all", async () => {
  const [here, there] = await signInTwice("+14155550161");
  await signOut({ token: here.accessToken, body: { scope: "global" } });
  expect(await lives(here)).toBe(false);
  expect(await lives(there)).toBe(false);
});

test("a browser loses its cookies", async () => {
  await start("+14155550162");
  const { cookie } = await check("+14155550162", codeOf("+14155550162"));
  const answer = await signOut({ cookie, body: {} });
  expect(answer.status).toBe(200);
  const cleared = answer.headers.getSetCookie();
  expect(cleared.length).toBeGreaterThan(0);
  for (const line of cleared) expect(line).toMatch(/^sb-[^=]+=;.*(Max-Age=0|1970)/i);
});

test("another site cannot sign a visitor out", async () => {
  await start("+14155550163");
  const { cookie } = await check("+14155550163", codeOf("+14155550163"));
  const headers = { origin: "https://elsewhere.example" };
  const answer = await signOut({ cookie, headers, body: {} });
  expect(answer).toMatchObject({ status: 403, json: { error: { code: "bad_origin" } } });
  expect(answer.cookie).toBe("");
});

test("nobody signs out who is not signed in, and the scope must be one", async () => {
  const stranger = await signOut({ body: { scope: "local" } });
  expect(stranger).toMatchObject({ status: 401, json: { error: { code: "unauthorized" } } });
  const { accessToken } = await sandbox.signIn("+14155550164");
  const odd = await signOut({ token: accessToken, body: { scope: "universe" } });
  expect(odd).toMatchObject({ status: 400, json: { error: { code: "invalid_request" } } });
});
