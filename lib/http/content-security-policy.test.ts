import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import {
  apiPolicy,
  filePolicy,
  type PageSetup,
  pagePolicy,
  toastStyles,
} from "@/lib/http/content-security-policy";
import { securityHeaders } from "@/lib/http/security-headers";

const live: PageSetup = {
  nonce: "bm9uY2U=",
  supabaseUrl: "https://project.supabase.co",
  callUrls: [],
  encrypted: true,
  development: false,
};

function directives(policy: string): Record<string, string[]> {
  const named = policy.split("; ").map((directive) => directive.split(" "));
  return Object.fromEntries(named.map(([name = "", ...sources]) => [name, sources]));
}
const page = (setup: Partial<PageSetup> = {}) => directives(pagePolicy({ ...live, ...setup }));

test("scripts of a page run by its nonce, and none are made out of text", () => {
  expect(page()["script-src"]).toEqual(["'self'", "'nonce-bm9uY2U='", "'strict-dynamic'"]);
});

test("a page connects to its own origin, Supabase, and Twilio, and nowhere else", () => {
  expect(page()["connect-src"]).toEqual([
    "'self'",
    "https://project.supabase.co",
    "wss://project.supabase.co",
    "wss://voice-js.roaming.twilio.com",
    "https://eventgw.twilio.com",
    "wss://global.vss.twilio.com",
    "wss://sdkgw.us1.twilio.com",
  ]);
  const local = page({
    supabaseUrl: "http://127.0.0.1:54321/",
    callUrls: ["http://127.0.0.1:54330"],
  });
  expect(local["connect-src"]).toEqual(
    expect.arrayContaining(["ws://127.0.0.1:54321", "ws://127.0.0.1:54330"]),
  );
});

test("what is not named is closed, and nobody puts a page into a frame", () => {
  expect(page()).toMatchObject({
    "default-src": ["'none'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "frame-src": ["'none'"],
    "frame-ancestors": ["'none'"],
    "form-action": ["'self'"],
  });
  for (const policy of [filePolicy, apiPolicy]) {
    expect(directives(policy)["frame-ancestors"]).toEqual(["'none'"]);
  }
  const wide = /\*|(^| )(https?|wss?|data):( |;|$)|'unsafe-(eval|hashes)'/;
  for (const policy of [pagePolicy(live), filePolicy, apiPolicy]) expect(policy).not.toMatch(wide);
});

test("addresses are made https where the app is reached so, and only there", () => {
  expect(page()).toHaveProperty("upgrade-insecure-requests");
  expect(page({ encrypted: false })).not.toHaveProperty("upgrade-insecure-requests");
});

test("what React's development build needs is let through in development alone", () => {
  expect(page({ development: true })["script-src"]).toContain("'unsafe-eval'");
  expect(page()["style-src-elem"]).not.toContain("'unsafe-inline'");
});

test("the style sheet that is let through is the one of the toasts that are installed", async () => {
  const source = await readFile("node_modules/sonner/dist/index.mjs", "utf8");
  const [, literal = ""] = /__insertCSS\(("(?:[^"\\]|\\.)*")\)/.exec(source) ?? [];
  const hashes = ["", String(JSON.parse(literal))].map(
    (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`,
  );
  expect(toastStyles).toEqual(hashes);
});

test("every answer says how it is to be treated", () => {
  const [everything] = securityHeaders;
  expect(everything?.source).toBe("/:path*");
  expect(everything?.headers).toEqual(
    expect.arrayContaining([
      { key: "X-Content-Type-Options", value: "nosniff" },
      { key: "X-Frame-Options", value: "DENY" },
      { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
      { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
      { key: "Content-Security-Policy", value: filePolicy },
    ]),
  );
});
