import { describe, expect, test } from "vitest";
import { callRoute } from "../../e2e/integration/call-route";
import { setPlainEnv } from "../../e2e/integration/plain-env";

setPlainEnv();
const { routes } = await import("@/app/api/openapi.json/routes");
const { aliases } = await import("@/lib/api/aliases");
const { default: config } = await import("@/next.config");

/** Every address that integrators know from elsewhere, the verbs it takes, and who may call it. */
const documented: [source: string, verbs: string[], access: string][] = [
  ["/call", ["GET", "POST"], "user"],
  ["/twilio/webhook", ["POST"], "twilio"],
  ["/api/twilio/twiml", ["POST"], "twilio"],
  ["/api/twilio/status-callback", ["POST"], "twilio"],
  ["/api/twilio/recording-callback", ["POST"], "twilio"],
  ["/api/twilio/access-token", ["GET", "POST"], "user"],
  ["/api/twilio/buy-number", ["GET", "POST"], "user"],
  ["/api/twilio/available-numbers", ["GET"], "user"],
  ["/api/twilio/my-numbers", ["GET", "POST"], "user"],
  ["/api/twilio/call-logs", ["GET", "POST"], "user"],
  ["/api/twilio/recordings", ["GET"], "user"],
];

test("these are all there are, and Next.js rewrites each", async () => {
  expect(aliases.map(({ source }) => source).toSorted()).toEqual(
    documented.map(([source]) => source).toSorted(),
  );
  expect(await config.rewrites?.()).toEqual(aliases);
});

describe.each(documented)("%s", (source, verbs, access) => {
  const destination = aliases.find((alias) => alias.source === source)?.destination ?? "";
  const module = routes[destination] ?? {};

  test(`leads to a route that takes ${verbs.join(" and ")}`, () => {
    expect(Object.keys(module)).toEqual(expect.arrayContaining(verbs));
    for (const verb of verbs) {
      expect(Reflect.get(module, verb)).toHaveProperty("declaration.access", access);
    }
  });

  test("turns away whoever may not call it, in the words of the API", async () => {
    for (const verb of verbs) {
      const answer = await callRoute(Reflect.get(module, verb), {
        path: source,
        method: verb === "GET" ? "GET" : "POST",
        ...(access === "twilio" && { form: {} }),
        headers:
          access === "twilio"
            ? { "x-twilio-signature": "Zm9yZ2Vk" }
            : { origin: "https://duet.example" },
      });
      expect(answer).toMatchObject({
        status: access === "twilio" ? 403 : 401,
        json: {
          ok: false,
          error: { code: access === "twilio" ? "bad_signature" : "unauthorized" },
        },
      });
    }
  });
});

const signedOnes = documented.filter(([, , access]) => access === "twilio");
test.each(signedOnes)("%s accepts what Twilio has signed for it", async (source) => {
  const destination = aliases.find((alias) => alias.source === source)?.destination ?? "";
  const handler = Reflect.get(routes[destination] ?? {}, "POST");
  const answer = await callRoute(handler, { path: source, form: { X: "y" } });
  expect(answer.status).not.toBe(403);
});
