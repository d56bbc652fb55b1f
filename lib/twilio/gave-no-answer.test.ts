import { createServer } from "node:http";
import twilio from "twilio";
import { afterAll, expect, test } from "vitest";
import { setPlainEnv } from "@/e2e/integration/plain-env";
import { close, listen } from "@/sandbox/listen";

setPlainEnv();
const { asApiError } = await import("@/lib/twilio/rest-errors");
const { twilioClient } = await import("@/lib/twilio/client");
const { RedirectedClient } = await import("@/lib/twilio/http-client");

const silent = createServer();
const silentUrl = await listen(silent);
afterAll(() => close(silent));

const text = { to: "+14155550101", from: "+15005550006", body: "Hello" };
const unavailable = { code: "unavailable", status: 503, retryAfterSeconds: 5 };

test("a Twilio that refuses connections is unavailable for a while", async () => {
  const failure = await twilioClient().messages.create(text).catch(asApiError);
  expect(failure).toMatchObject(unavailable);
});

test("and so is one that says nothing", async () => {
  const httpClient = new RedirectedClient(silentUrl, { timeout: 50 });
  const client = twilio(`AC${"0".repeat(32)}`, "token", { httpClient });
  expect(await client.messages.create(text).catch(asApiError)).toMatchObject(unavailable);
});
