import { describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { callRoute } from "@/e2e/integration/call-route";
import { startSignIn } from "@/e2e/integration/sign-in";

const { sandbox, start, check, codeOf } = await startSignIn();
const { NextRequest } = await import("next/server");
const { unstable_doesMiddlewareMatch } = await import("next/experimental/testing/server.js");
const { proxy, config } = await import("@/proxy");
const { route } = await import("@/lib/api/route");

const whoami = route({ access: "user", summary: "Who am I" }, ({ userId }) => ({ userId }));
const visit = (cookie: string, origin = sandbox.publicUrl) =>
  proxy(new NextRequest(`${origin}/matches`, { headers: { cookie } }));
const asked = () => sandbox.supabaseRequests.length;

/** The session's cookie; the browser's mark beside it goes to the sign-in routes alone. */
async function signIn(phone: string): Promise<string> {
  await start(phone);
  const { cookie } = await check(phone, codeOf(phone));
  return cookie.split("; ").find((each) => each.startsWith("sb-")) ?? "";
}

/** The same session an hour later: its access token has run out. */
function expired(cookie: string): string {
  const [name = "", value = ""] = cookie.split("=base64-");
  const session = z
    .looseObject({ refresh_token: z.string() })
    .parse(JSON.parse(Buffer.from(value, "base64url").toString()));
  const past = JSON.stringify({ ...session, expires_at: 1 });
  return `${name}=base64-${Buffer.from(past).toString("base64url")}`;
}

describe("a session", () => {
  test("that has run out is refreshed for the browser and for the page behind", async () => {
    const old = expired(await signIn("+14155550180"));
    const response = await visit(old);
    const [line = ""] = response.headers.getSetCookie();
    const [fresh = ""] = line.split(";");
    expect(fresh).toMatch(/^sb-.+-auth-token=base64-/);
    expect(fresh).not.toBe(old);
    expect(response.headers.get("x-middleware-request-cookie")).toContain(fresh);
    expect(response.headers.get("cache-control")).toContain("no-store");

    const who = await callRoute(whoami, { method: "GET", path: "/whoami", cookie: fresh });
    expect(who.status).toBe(200);
  });

  test("is kept from unencrypted requests where there are encrypted ones", async () => {
    const plain = await visit(expired(await signIn("+14155550183")));
    expect(plain.headers.getSetCookie().join()).not.toMatch(/Secure/i);
    const cookie = expired(await signIn("+14155550184"));
    const encrypted = await visit(cookie, "https://duet.example");
    expect(encrypted.headers.getSetCookie().join()).toMatch(/Secure/i);
  });

  test("is so kept behind a proxy that encrypts and does not say so", async () => {
    const cookie = expired(await signIn("+14155550185"));
    vi.stubEnv("PUBLIC_URL", "https://duet.example");
    vi.resetModules();
    const { proxy: behind } = await import("@/proxy");
    const request = new NextRequest("http://127.0.0.1:3000/matches", { headers: { cookie } });
    expect((await behind(request)).headers.getSetCookie().join()).toMatch(/Secure/i);
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  test("that is fresh is left alone", async () => {
    const response = await visit(await signIn("+14155550181"));
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  test("that is refreshed leaves the page its policy", async () => {
    const old = expired(await signIn("+14155550186"));
    const response = await visit(old);
    const page = response.headers.get("x-middleware-request-content-security-policy");
    expect(page).toContain("'nonce-");
    expect(response.headers.get("content-security-policy")).toBe(page);
  });

  test("that is none costs nothing", async () => {
    const before = asked();
    const response = await visit("theme=dark");
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(asked()).toBe(before);
  });

  test("that has been revoked ends, without an error page", async () => {
    const old = expired(await signIn("+14155550182"));
    await sandbox.supabase.query("delete from auth.refresh_tokens");
    const response = await visit(old);
    expect(response.status).toBe(200);
    const cookies = response.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatch(/Max-Age=0/i);
  });

  test("that cannot be refreshed now keeps nobody waiting, and is kept for later", async () => {
    const old = expired(await signIn("+14155550185"));
    sandbox.failSupabase({ path: "/auth/v1/token", status: 503, times: 20 });
    const startedAt = performance.now();
    const response = await visit(old);
    expect(performance.now() - startedAt).toBeLessThan(8_000);
    expect(response.headers.getSetCookie()).toEqual([]);
  });
});

const signedIn = { theme: "dark", "sb-project-auth-token.0": "base64-e30" };
const matches = (path: string, cookies: Record<string, string> = signedIn) =>
  unstable_doesMiddlewareMatch({ config, url: `https://duet.example${path}`, cookies });

test.each([
  "/",
  "/matches",
  "/matches/00000000-0000-4000-8000-000000000101",
  "/settings",
  "/signin",
  "/api/blocks",
  "/api/calls/CA1",
  "/api/auth/signout",
  "/api/twilio/voice/token",
  "/api/twilio/access-token",
])("sessions are kept alive on %s", (path) => {
  expect(matches(path)).toBe(true);
});

test.each([
  "/api/twilio/voice/incoming",
  "/api/twilio/voice/status",
  "/api/twilio/voice/dial-result",
  "/api/twilio/voice/fallback",
  "/api/twilio/video/status",
  "/api/twilio/twiml",
  "/api/twilio/status-callback",
  "/twilio/webhook",
  "/api/health",
  "/api/health/live",
  "/api/openapi.json",
  "/_next/static/chunks/main.js",
  "/sounds/ringtone.mp3",
  "/video-processors/3.2.0/tflite-1-0-0.wasm",
  "/icon.svg",
])("nothing comes between a caller and %s", (path) => {
  expect(matches(path)).toBe(false);
});

test.each(["/", "/signin", "/docs/api", "/no/such/page"])(
  "%s has a policy for visitors",
  (path) => {
    expect(matches(path, {})).toBe(true);
  },
);

test("requests to the API without a session go straight to the route", () => {
  expect(matches("/api/blocks", {})).toBe(false);
  expect(matches("/api/blocks", { theme: "dark" })).toBe(false);
  expect(matches("/call", {})).toBe(false);
});

describe("a page's policy", () => {
  const policyOf = async (path: string, headers: Record<string, string> = {}) => {
    const response = await proxy(new NextRequest(`${sandbox.publicUrl}${path}`, { headers }));
    return {
      browser: response.headers.get("content-security-policy"),
      page: response.headers.get("x-middleware-request-content-security-policy"),
    };
  };

  test("is the same for browser and page, with a nonce that nobody can know before", async () => {
    const [one, two] = [await policyOf("/"), await policyOf("/")];
    expect(one.browser).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/]{22}==' 'strict-dynamic';/);
    expect(one.page).toBe(one.browser);
    expect(one.browser).not.toBe(two.browser);
  });

  test("is not the one that a request brings along", async () => {
    const { page, browser } = await policyOf("/matches", {
      "content-security-policy": "script-src 'nonce-chosen'",
    });
    expect(page).toBe(browser);
    expect(page).not.toContain("chosen");
  });

  test("is no matter of the API", async () => {
    expect(await policyOf("/api/blocks", { cookie: "sb-a=b" })).toEqual({
      browser: null,
      page: null,
    });
  });
});
