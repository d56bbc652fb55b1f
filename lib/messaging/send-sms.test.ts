import { afterEach, expect, test, vi } from "vitest";
import { startSandboxEnv } from "../../e2e/integration/sandbox-env";

const sandbox = await startSandboxEnv();

/** sendSms as it is in a process with these variables. */
async function sendSmsWith(variables: Record<string, string>) {
  vi.resetModules();
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  return (await import("@/lib/messaging/send-sms")).sendSms;
}
afterEach(() => {
  vi.unstubAllEnvs();
});

async function inbox(phone: string): Promise<{ from: string; body: string }[]> {
  return (await fetch(`${sandbox.twilio.url}/phones/${phone}/messages`)).json();
}

test("a text reaches the phone, from the configured number", async () => {
  const sendSms = await sendSmsWith({});
  const to = "+14155550140";
  expect(await sendSms({ to, body: "Hello" })).toEqual({
    sid: expect.stringMatching(/^SM[0-9a-f]{32}$/),
  });
  await expect
    .poll(() => inbox(to))
    .toMatchObject([{ from: sandbox.twilio.config.phoneNumber, body: "Hello" }]);
});

test("without a number to send from it says that messaging is not set up", async () => {
  const sendSms = await sendSmsWith({ TWILIO_PHONE_NUMBER: "" });
  await expect(sendSms({ to: "+14155550141", body: "Hello" })).rejects.toMatchObject({
    code: "not_configured",
    status: 503,
  });
  expect(await inbox("+14155550141")).toEqual([]);
});

test("outside production a stranger's number is refused before Twilio is asked", async () => {
  const sendSms = await sendSmsWith({ TWILIO_API_URL: "http://127.0.0.1:9" });
  await expect(sendSms({ to: "+14085551234", body: "Hello" })).rejects.toMatchObject({
    code: "number_not_allowed",
    status: 400,
  });
});

test("in production any number is texted", async () => {
  const sendSms = await sendSmsWith({ DEPLOYMENT_ENV: "production" });
  const to = "+14085551234";
  await sendSms({ to, body: "Hello" });
  await expect.poll(() => inbox(to)).toHaveLength(1);
});

test.each([
  { why: "an invalid number", to: "+15005550001", code: "invalid_phone" },
  { why: "a number that cannot be reached", to: "+15005550002", code: "invalid_phone" },
  { why: "a region without permission", to: "+15005550003", code: "unsupported_country" },
  { why: "somebody who unsubscribed", to: "+15005550004", code: "unsubscribed" },
  { why: "a landline", to: "+15005550009", code: "invalid_phone" },
])("$why is refused as $code, and the refusal quotes no number", async ({ to, code }) => {
  const sendSms = await sendSmsWith({});
  const refusal = await sendSms({ to, body: "Hello" }).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ name: "ApiError", code });
  expect(String(refusal)).not.toMatch(/\d{4}/);
});

test("a failure of Twilio's that nobody foresaw is a provider error", async () => {
  const sendSms = await sendSmsWith({});
  await expect(sendSms({ to: "+14155550142", body: "" })).rejects.toMatchObject({
    code: "provider_error",
    status: 502,
  });
});
