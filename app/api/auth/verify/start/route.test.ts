import { beforeEach, describe, expect, test } from "vitest";
import { callRoute } from "@/e2e/integration/call-route";
import { startSignIn } from "@/e2e/integration/sign-in";

const { sandbox, start, check, codeOf, messages } = await startSignIn({
  TWILIO_VERIFY_CHANNELS: "sms,voice,whatsapp,email",
});
const { POST } = await import("@/app/api/auth/verify/start/route");
const { faults } = sandbox.twilio.context;

const refusal = (status: number, code: string, message: RegExp) => ({
  status,
  json: { ok: false, error: { code, message: expect.stringMatching(message) } },
});

let lastNumber = 19;
let phone = "";
beforeEach(() => {
  lastNumber += 1;
  phone = `+141555501${lastNumber}`;
});

test.each([
  [undefined, "sms"],
  ["sms", "sms"],
  ["voice", "call"],
  ["whatsapp", "whatsapp"],
])("a code asked for by %s comes by %s", async (channel, by) => {
  const answer = await start(phone, { body: { channel } });
  expect(answer).toMatchObject({
    status: 200,
    json: { ok: true, status: "pending", phone, resendAfterSeconds: 30 },
  });
  expect(messages(phone)).toMatchObject([{ channel: by, code: expect.stringMatching(/^\d{6}$/) }]);
});

test("a code comes by e-mail to an e-mail address", async () => {
  const email = "Ada@People.example";
  const answer = await start("", { body: { phone: undefined, email } });
  expect(answer).toMatchObject({ status: 200, json: { email: "ada@people.example" } });
  expect(messages("ada@people.example")).toHaveLength(1);
});

test("the number may be written in any notation and comes back in E.164", async () => {
  const answer = await start(` ${phone.replace(/^\+1(...)(...)/, "+1 ($1) $2-")} `);
  expect(answer).toMatchObject({ status: 200, json: { phone } });
});

test("the answer tells nobody whether a number has an account", async () => {
  await start(phone);
  await check(phone, codeOf(phone));
  const known = await start(phone);
  const unknown = await start("+14155550199");
  const neutral = (text: string) => text.replaceAll(phone, "+14155550199");
  expect(known.status).toBe(unknown.status);
  expect(neutral(known.text)).toBe(unknown.text);
  expect([...known.headers.keys()]).toEqual([...unknown.headers.keys()]);
});

describe("what cannot be reached is refused by name, and nothing is sent", () => {
  test.each([
    ["", "invalid_phone", /country code/],
    ["hello", "invalid_phone", /country code/],
    ["4155550101", "invalid_phone", /country code/],
    ["+11234567890", "invalid_phone", /country code/],
    ["+19005550123", "premium_number", /premium-rate/],
    ["+18005551234", "premium_number", /freephone/],
    ["+447012345678", "premium_number", /personal/],
    ["+5350123456", "unsupported_country", /Cuba/],
    ["+14155552671", "number_not_allowed", /only the numbers on its list/],
  ])("%j is %s", async (text, code, message) => {
    expect(await start(text)).toMatchObject(refusal(400, code, message));
    expect(messages(text)).toEqual([]);
  });

  test("a number and an e-mail address together, or neither, are not one recipient", async () => {
    const both = await start(phone, { body: { email: "ada@people.example" } });
    expect(both).toMatchObject(refusal(400, "invalid_request", /number or an e-mail/));
    const neither = await start(phone, { body: { phone: undefined } });
    expect(neither).toMatchObject(refusal(400, "invalid_request", /number or an e-mail/));
  });

  test("a channel must exist and go with the recipient", async () => {
    const pigeon = await start(phone, { body: { channel: "pigeon" } });
    expect(pigeon).toMatchObject({
      status: 400,
      json: { error: { fields: { channel: "must be sms, voice, whatsapp or email" } } },
    });
    const mixed = await start(phone, { body: { channel: "email" } });
    expect(mixed).toMatchObject(refusal(400, "invalid_request", /does not go with/));
    expect(messages(phone)).toEqual([]);
  });
});

test("the sixth send is refused for ten minutes", async () => {
  for (let n = 1; n <= 5; n += 1) expect((await start(phone)).status).toBe(200);
  const sixth = await start(phone);
  expect(sixth).toMatchObject(refusal(429, "too_many_sends", /ten minutes/));
  expect(sixth.headers.get("retry-after")).toBe("600");
  expect(messages(phone)).toHaveLength(5);
});

test.each([
  ["answers 500", { kind: "status", status: 500 }],
  ["answers 429 for long", { kind: "status", status: 429 }],
  ["cuts the connection", { kind: "drop" }],
] as const)("when Twilio %s, the person is told to try again", async (_what, fault) => {
  const { id } = faults.add({ target: "rest", match: "Verifications", ...fault });
  const answer = await start(phone);
  faults.clear(id);
  expect(answer).toMatchObject(refusal(503, "unavailable", /try again/));
  expect(answer.headers.get("retry-after")).toBe("10");
  expect((await start(phone)).status).toBe(200);
});

describe("requests that are no requests", () => {
  const send = (rawBody: string, type = "application/json") =>
    callRoute(POST, {
      path: "/api/auth/verify/start",
      rawBody,
      headers: { "content-type": type },
    });

  test("more than 64 kB is too much", async () => {
    const answer = await send(JSON.stringify({ phone: "+".repeat(70_000) }));
    expect(answer).toMatchObject(refusal(413, "payload_too_large", /64 kB/));
  });
  test("forms and text are not taken", async () => {
    const form = await send("phone=%2B14155550101", "application/x-www-form-urlencoded");
    expect(form).toMatchObject(refusal(415, "unsupported_media_type", /application\/json/));
    const text = await send(`{"phone":"${phone}"}`, "text/plain");
    expect(text).toMatchObject(refusal(415, "unsupported_media_type", /application\/json/));
    expect(messages(phone)).toEqual([]);
  });
  test("broken JSON is named", async () => {
    expect(await send('{"phone":')).toMatchObject(
      refusal(400, "invalid_request", /not valid JSON/),
    );
  });
});
