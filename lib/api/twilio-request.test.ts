import { expect, test } from "vitest";
import { z } from "zod";
import { callRoute, type RouteCall } from "@/e2e/integration/call-route";
import { setPlainEnv } from "@/e2e/integration/plain-env";
import { route } from "@/lib/api/route";

setPlainEnv();

const handler = route(
  { access: "twilio", summary: "Hear of a call", body: z.looseObject({ CallSid: z.string() }) },
  ({ body }) => ({ heard: body }),
);
const form = { CallSid: "CA1", From: "client:u_1" };
const call = (extra: Partial<RouteCall> = {}) =>
  callRoute(handler, { path: "/api/twilio/voice/status?leg=1", form, ...extra });
const forged = { status: 403, json: { ok: false, error: { code: "bad_signature" } } };

/** The signature that Twilio would send for other parameters or another address. */
async function signatureOf(path: string, params: Record<string, string>): Promise<string> {
  const { getExpectedTwilioSignature } = await import("twilio");
  const token = process.env.TWILIO_AUTH_TOKEN ?? "";
  return getExpectedTwilioSignature(token, `${process.env.PUBLIC_URL}${path}`, params);
}

test("what Twilio signed is heard", async () => {
  expect(await call()).toMatchObject({ status: 200, json: { heard: form } });
});

test("what Twilio signed for an alias of the route is heard", async () => {
  const signature = await signatureOf("/twilio/webhook?leg=1", form);
  expect((await call({ headers: { "x-twilio-signature": signature } })).status).toBe(200);
});

test.each([
  ["nothing", "/api/twilio/voice/status?leg=1", null],
  ["another address", "/api/twilio/voice/incoming?leg=1", form],
  ["another query", "/api/twilio/voice/status?leg=2", form],
  ["other parameters", "/api/twilio/voice/status?leg=1", { ...form, CallSid: "CA2" }],
])("a signature for %s is refused", async (_what, path, params) => {
  const signature = params ? await signatureOf(path, params) : "AAAA";
  expect(await call({ headers: { "x-twilio-signature": signature } })).toMatchObject(forged);
});

test("a request without a signature is refused, whatever it says of its host", async () => {
  const answer = await callRoute(handler, {
    path: "/api/twilio/voice/status",
    rawBody: new URLSearchParams(form).toString(),
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "x-forwarded-host": "elsewhere.example",
    },
  });
  expect(answer).toMatchObject(forged);
});

test("of a parameter that is repeated each is signed, and the first counts", async () => {
  const { getExpectedTwilioSignature } = await import("twilio");
  const url = `${process.env.PUBLIC_URL}/api/twilio/voice/status`;
  const token = process.env.TWILIO_AUTH_TOKEN ?? "";
  const send = (rawBody: string) =>
    callRoute(handler, {
      path: "/api/twilio/voice/status",
      rawBody,
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "x-twilio-signature": getExpectedTwilioSignature(token, url, {
          CallSid: ["CA1", "CA2"],
          Digits: "",
        }),
      },
    });
  expect(await send("CallSid=CA1&CallSid=CA2&Digits=")).toMatchObject({
    json: { heard: { CallSid: "CA1", Digits: "" } },
  });
  expect(await send("CallSid=CA1&CallSid=CA3&Digits=")).toMatchObject(forged);
  expect(await send("CallSid=CA1&Digits=")).toMatchObject(forged);
});

test("a JSON body counts only with the hash that the signed address carries", async () => {
  const { getExpectedBodyHash } = await import("twilio/lib/webhooks/webhooks.js");
  const body = JSON.stringify({ CallSid: "CA1" });
  const signed = `/api/twilio/voice/status?bodySHA256=${getExpectedBodyHash(body)}`;
  const bare = "/api/twilio/voice/status";
  const send = async (path: string, rawBody: string) =>
    callRoute(handler, {
      path,
      rawBody,
      headers: {
        "content-type": "application/json",
        "x-twilio-signature": await signatureOf(path, {}),
      },
    });
  expect(await send(signed, body)).toMatchObject({ json: { heard: { CallSid: "CA1" } } });
  expect(await send(signed, JSON.stringify({ CallSid: "CA2" }))).toMatchObject(forged);
  expect(await send(bare, body)).toMatchObject(forged);
});
