import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { EnvironmentError, parseEnvironment, variableNames } from "@/lib/env.schema";

const hex = (digit: string) => digit.repeat(32);
const least = {
  PUBLIC_URL: "https://duet.example",
  APP_SECRET: "0123456789abcdef0123456789abcdef",
  NEXT_PUBLIC_SUPABASE_URL: "https://abc.supabase.co",
  NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "sb_publishable_x",
  SUPABASE_SECRET_KEY: "sb_secret_x",
};
const account = { TWILIO_ACCOUNT_SID: `AC${hex("a")}`, TWILIO_AUTH_TOKEN: hex("b") };

const vapid = {
  VAPID_PUBLIC_KEY: "B".repeat(87),
  VAPID_PRIVATE_KEY: "a".repeat(43),
  VAPID_SUBJECT: "mailto:push@duet.example",
};

type Variables = Record<string, string>;
const parse = (variables: Variables) => parseEnvironment({ NODE_ENV: "test", ...variables });

/** The problems of an environment, as `NAME what is wrong`. */
function problems(variables: Variables): string[] {
  try {
    parse(variables);
    return [];
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return error.problems.map(({ name, message }) => `${name} ${message}`);
  }
}

test("with the least there is, phone services are absent and the rest has defaults", () => {
  expect(parse(least)).toMatchObject({
    deployment: "development",
    publicUrl: "https://duet.example",
    trustedProxies: 1,
    rateLimitFactor: 1,
    twilio: null,
    voice: null,
    video: null,
    verify: null,
    messaging: null,
    outbound: { allowList: [], countries: expect.arrayContaining(["US", "GB"]) },
  });
});

test("each service is there when its variables are", () => {
  const all = parse({
    ...least,
    ...account,
    TWILIO_API_KEY: `SK${hex("c")}`,
    TWILIO_API_SECRET: hex("d"),
    TWILIO_TWIML_APP_SID: `AP${hex("e")}`,
    TWILIO_VERIFY_SERVICE_SID: `VA${hex("f")}`,
    TWILIO_VERIFY_CHANNELS: "sms, whatsapp,",
    TWILIO_PHONE_NUMBER: "+15005550006",
    CALL_ALLOWED_COUNTRIES: "US, DE",
    OUTBOUND_ALLOW_LIST: "+141555501*,+442079460018",
  });
  expect(all).toMatchObject({
    twilio: { accountSid: account.TWILIO_ACCOUNT_SID, apiUrl: null },
    voice: { twimlAppSid: `AP${hex("e")}` },
    video: { apiKey: `SK${hex("c")}`, apiSecret: hex("d"), maxParticipants: 8 },
    verify: { channels: ["sms", "whatsapp"] },
    messaging: { from: "+15005550006" },
    outbound: { countries: ["US", "DE"], allowList: ["+141555501*", "+442079460018"] },
  });
});

test("blank variables count as absent, and spaces and slashes at the end do not matter", () => {
  const parsed = parse({ ...least, PUBLIC_URL: " https://duet.example/ ", TWILIO_API_URL: "" });
  expect(parsed.publicUrl).toBe("https://duet.example");
});

describe("what is wrong is listed by name", () => {
  test("all of it at once", () => {
    expect(problems({ APP_SECRET: "short", PUBLIC_URL: "duet" }).sort()).toEqual([
      "APP_SECRET must have at least 32 characters",
      "NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY is missing",
      "NEXT_PUBLIC_SUPABASE_URL is missing",
      "PUBLIC_URL must be an address like https://duet.example",
      "SUPABASE_SECRET_KEY is missing",
    ]);
  });

  test.each<[Variables, string]>([
    [{ DEPLOYMENT_ENV: "staging" }, "DEPLOYMENT_ENV"],
    [{ TRUSTED_PROXIES: "many" }, "TRUSTED_PROXIES"],
    [{ RATE_LIMIT_FACTOR: "0" }, "RATE_LIMIT_FACTOR"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL"],
    [{ AUTH_EMAIL_DOMAIN: "not a domain" }, "AUTH_EMAIL_DOMAIN"],
    [{ ...account, TWILIO_ACCOUNT_SID: `SK${hex("a")}` }, "TWILIO_ACCOUNT_SID"],
    [{ ...account, TWILIO_PHONE_NUMBER: "415 555 0100" }, "TWILIO_PHONE_NUMBER"],
    [{ ...account, TWILIO_VERIFY_CHANNELS: "sms,pigeon" }, "TWILIO_VERIFY_CHANNELS"],
    [{ VIDEO_MAX_PARTICIPANTS: "1" }, "VIDEO_MAX_PARTICIPANTS"],
    [{ VIDEO_MAX_PARTICIPANTS: "51" }, "VIDEO_MAX_PARTICIPANTS"],
    [{ VIDEO_MAX_PARTICIPANTS: "2.5" }, "VIDEO_MAX_PARTICIPANTS"],
    [{ VIDEO_MAX_PARTICIPANTS: "many" }, "VIDEO_MAX_PARTICIPANTS"],
    [{ CALL_ALLOWED_COUNTRIES: "US,XX" }, "CALL_ALLOWED_COUNTRIES"],
    [{ CALL_ALLOWED_COUNTRIES: "," }, "CALL_ALLOWED_COUNTRIES"],
    [{ OUTBOUND_ALLOW_LIST: "*" }, "OUTBOUND_ALLOW_LIST"],
    [{ ...vapid, VAPID_PRIVATE_KEY: "short" }, "VAPID_PRIVATE_KEY"],
    [{ ...vapid, VAPID_SUBJECT: "me" }, "VAPID_SUBJECT"],
  ])("%j", (variables, name) => {
    const found = problems({ ...least, ...variables });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${name} \\S`));
  });

  test.each<[Variables, string]>([
    [{ TWILIO_ACCOUNT_SID: account.TWILIO_ACCOUNT_SID }, "TWILIO_AUTH_TOKEN is missing"],
    [{ VAPID_PUBLIC_KEY: vapid.VAPID_PUBLIC_KEY }, "VAPID_SUBJECT is missing"],
    [{ ...account, TWILIO_API_KEY: `SK${hex("c")}` }, "TWILIO_API_SECRET is missing"],
    [{ TWILIO_PHONE_NUMBER: "+15005550006" }, "TWILIO_ACCOUNT_SID is missing"],
    [{ TWILIO_VERIFY_SERVICE_SID: `VA${hex("f")}` }, "TWILIO_ACCOUNT_SID is missing"],
  ])("a half-set service: %j", (variables, problem) => {
    expect(problems({ ...least, ...variables })).toContainEqual(expect.stringContaining(problem));
  });

  test("without its value, which may be a secret", () => {
    const secret = "hunter2-hunter2";
    expect(problems({ ...least, APP_SECRET: secret }).join()).not.toContain(secret);
    const sid = problems({ ...least, ...account, TWILIO_ACCOUNT_SID: secret });
    expect(sid.join()).not.toContain(secret);
  });
});

test(".env.example explains every variable, and works once the required ones are filled in", () => {
  const text = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
  const lines = [...text.matchAll(/^([A-Z0-9_]+)=(.*)$/gm)];
  expect(lines.map(([, name]) => name).sort()).toEqual([...variableNames].sort());
  const example = Object.fromEntries(lines.map(([, name, value]) => [String(name), String(value)]));
  expect(problems({ ...example, ...least })).toEqual([]);
});
