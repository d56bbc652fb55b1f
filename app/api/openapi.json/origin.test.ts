import { expect, test } from "vitest";
import { callRoute, type RouteCall } from "@/e2e/integration/call-route";
import { setPlainEnv } from "@/e2e/integration/plain-env";
import type { Declaration } from "@/lib/api/route";

setPlainEnv();
const { routes } = await import("@/app/api/openapi.json/routes");

const isVerb = (verb: string): verb is NonNullable<RouteCall["method"]> => /^[A-Z]+$/.test(verb);
const isWriteWithCookies = ({ access }: Declaration, verb: string) =>
  verb !== "GET" && (access === "user" || access === "moderator");

const writes = Object.entries(routes).flatMap(([path, verbs]) =>
  Object.entries(verbs).flatMap(([verb, handler]) =>
    isVerb(verb) && handler && isWriteWithCookies(handler.declaration, verb)
      ? [{ verb, path, handler }]
      : [],
  ),
);
const foreign: Record<string, string>[] = [
  { origin: "https://evil.example" },
  { "sec-fetch-site": "cross-site" },
];
const cookie = "sb-duet-auth-token=base64-e30";

test("there are such routes", () => expect(writes.length).toBeGreaterThan(20));

// Nothing answers behind the addresses of this environment: a refusal has come before all else.
test.each(writes)(
  "another site cannot have a browser $verb $path",
  async ({ verb, path, handler }) => {
    for (const headers of foreign) {
      const answer = await callRoute(handler, { method: verb, path, cookie, headers });
      expect(answer).toMatchObject({ status: 403, json: { error: { code: "bad_origin" } } });
    }
  },
);
