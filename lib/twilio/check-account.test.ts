import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { startTwilioEnv } from "@/e2e/integration/twilio-env";

vi.setConfig({ testTimeout: 60_000 });
const variables = await startTwilioEnv();
const script = fileURLToPath(new URL("../../scripts/check-twilio.ts", import.meta.url));
const hex = (digit: string) => digit.repeat(32);

/** What `npm run check:twilio` prints and how it exits. */
async function check(overrides: Record<string, string> = {}) {
  const child = spawn(process.execPath, [script], {
    // Where no .env file lies.
    cwd: fileURLToPath(new URL(".", import.meta.url)),
    env: { NODE_ENV: "test", ...variables, ...overrides },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return { printed: out + err, code };
}

test("credentials that work are said to work, one by one", async () => {
  const { printed, code } = await check();
  expect(printed).not.toMatch(/[✗–]/);
  for (const what of [
    "Account",
    "API key",
    "TwiML App",
    "Verify service",
    "Phone number",
    "Pool number",
  ]) {
    expect(printed).toContain(`✓ ${what}:`);
  }
  expect(printed).toContain("All that is configured works.");
  expect(code).toBe(0);
});

test.each<[string, Record<string, string>, RegExp]>([
  ["a wrong token", { TWILIO_AUTH_TOKEN: hex("0") }, /✗ Account: .*20003.*auth token/],
  ["a wrong API secret", { TWILIO_API_SECRET: hex("0") }, /✗ API key: .*20003.*secret/],
  ["an unknown TwiML App", { TWILIO_TWIML_APP_SID: `AP${hex("0")}` }, /✗ TwiML App: .*20404/],
  [
    "a voice URL that points elsewhere",
    { PUBLIC_URL: "https://duet.example" },
    /✗ TwiML App: Its voice URL is .*Set it to POST https:\/\/duet\.example\/api\/twilio\/voice\/incoming/,
  ],
  [
    "a number of the pool whose voice URL points elsewhere",
    { PUBLIC_URL: "https://duet.example" },
    /✗ Pool number: \+15005550011: Its voice URL is .*Set it to POST https:\/\/duet\.example/,
  ],
  [
    "an unknown service",
    { TWILIO_VERIFY_SERVICE_SID: `VA${hex("0")}` },
    /✗ Verify service: .*20404/,
  ],
  [
    "a foreign number",
    { TWILIO_PHONE_NUMBER: "+14155550199" },
    /✗ Phone number: .*does not belong/,
  ],
  [
    "a foreign number in the pool",
    { TWILIO_POOL_NUMBERS: "+14155550199" },
    /✗ Pool number: .*does not belong/,
  ],
  ["a malformed SID", { TWILIO_ACCOUNT_SID: "AC1" }, /TWILIO_ACCOUNT_SID must be AC and 32 hex/],
  [
    "a dead address",
    { TWILIO_API_URL: "http://127.0.0.1:9" },
    /✗ Account: Twilio cannot be reached/,
  ],
])("%s is found, with what to do", async (_what, overrides, expected) => {
  const { printed, code } = await check(overrides);
  expect(printed).toMatch(expected);
  expect(printed).not.toContain(variables.TWILIO_AUTH_TOKEN);
  expect(code).toBe(1);
});

test("what is not configured is named, and does not count as wrong", async () => {
  const { printed, code } = await check({
    TWILIO_API_KEY: "",
    TWILIO_API_SECRET: "",
    TWILIO_TWIML_APP_SID: "",
    TWILIO_PHONE_NUMBER: "",
  });
  expect(printed).toContain("– Calls: Without an API key and a TwiML App nobody can call.");
  expect(printed).toContain("– Phone number:");
  expect(code).toBe(0);
});

test("without an account there is nothing to check", async () => {
  const { printed, code } = await check(
    Object.fromEntries(
      Object.keys(variables)
        .filter((name) => name.startsWith("TWILIO_"))
        .map((name) => [name, ""]),
    ),
  );
  expect(printed).toContain("There is no Twilio account to check.");
  expect(code).toBe(1);
});
