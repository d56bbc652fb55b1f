import { expect, test } from "vitest";
import { clientOf } from "../testing/client.ts";
import { handClock, startSandbox } from "../testing/sandbox.ts";

const to = "+14155550101";
const missing = { status: 404, code: 20404 };

async function startVerify() {
  const clock = handClock();
  const sandbox = await startSandbox({ now: clock.now });
  const service = clientOf(sandbox).verify.v2.services(sandbox.config.verifyServiceSid);
  const { phones } = sandbox.context;
  return {
    clock,
    sandbox,
    service,
    phones,
    start: (channel = "sms", recipient = to) =>
      service.verifications.create({ to: recipient, channel }),
    check: (code: string, recipient = to) =>
      service.verificationChecks.create({ to: recipient, code }),
    code: (recipient = to) => phones.messages(recipient)[0]?.code ?? "none",
    wrongCode: () => (phones.messages(to)[0]?.code === "000000" ? "000001" : "000000"),
  };
}

test.each([
  ["sms", to],
  ["call", to],
  ["whatsapp", to],
  ["email", "ada@example.com"],
])("a code sent by %s approves its recipient", async (channel, recipient) => {
  const { start, check, code, phones } = await startVerify();
  const verification = await start(channel, recipient);
  expect(verification).toMatchObject({ status: "pending", valid: false, to: recipient, channel });
  expect(verification.sid).toMatch(/^VE[0-9a-f]{32}$/);
  expect(phones.messages(recipient)).toMatchObject([{ channel }]);
  expect(code(recipient)).toMatch(/^\d{6}$/);

  const checked = await check(code(recipient), recipient);
  expect(checked).toMatchObject({ sid: verification.sid, status: "approved", valid: true });
});

test("a code can be used once", async () => {
  const { start, check, code } = await startVerify();
  await start();
  await check(code());
  await expect(check(code())).rejects.toMatchObject(missing);
});

test("a wrong code leaves the verification pending", async () => {
  const { start, check, code, wrongCode } = await startVerify();
  await start();
  expect(await check(wrongCode())).toMatchObject({ status: "pending", valid: false });
  expect(await check(code())).toMatchObject({ status: "approved", valid: true });
});

test("the sixth check is refused even with the right code", async () => {
  const { start, check, code, wrongCode } = await startVerify();
  await start();
  for (let n = 1; n <= 5; n += 1) await check(wrongCode());
  await expect(check(code())).rejects.toMatchObject({ status: 429, code: 60202 });
});

test("five sends carry the same code and the sixth is refused", async () => {
  const { start, phones } = await startVerify();
  const first = await start();
  for (let n = 2; n <= 5; n += 1) expect((await start("call")).sid).toBe(first.sid);
  expect(new Set(phones.messages(to).map(({ code }) => code)).size).toBe(1);
  await expect(start()).rejects.toMatchObject({ status: 429, code: 60203 });
  expect(phones.messages(to)).toHaveLength(5);
});

test("a code lives ten minutes, and a resend does not prolong it", async () => {
  const { start, check, code, clock } = await startVerify();
  const first = await start();
  clock.advance(9 * 60_000);
  await start();
  clock.advance(59_999);
  expect(await check("0000000000")).toMatchObject({ valid: false });
  clock.advance(1);
  await expect(check(code())).rejects.toMatchObject(missing);
  expect((await start()).sid).not.toBe(first.sid);
});

test.each([
  ["junk as number", "nonsense", "sms"],
  ["a national number", "4155550101", "call"],
  ["an unknown channel", to, "pigeon"],
  ["a number as e-mail address", to, "email"],
  ["an e-mail address for a text", "ada@example.com", "sms"],
])("%s is refused with 60200", async (_why, recipient, channel) => {
  const { start, phones } = await startVerify();
  await expect(start(channel, recipient)).rejects.toMatchObject({ status: 400, code: 60200 });
  expect(phones.messages(recipient)).toEqual([]);
});

test("a check needs a code of digits and a recipient", async () => {
  const { start, check, service } = await startVerify();
  await start();
  await expect(check("12")).rejects.toMatchObject({ status: 400, code: 60200 });
  const nobody = service.verificationChecks.create({ code: "123456" });
  await expect(nobody).rejects.toMatchObject({ status: 400, code: 60200 });
  await expect(check("123456", "+14155550102")).rejects.toMatchObject(missing);
});

test("a verification can be fetched, and cancelled so that a new code is made", async () => {
  const { start, check, code, service } = await startVerify();
  const first = await start();
  const fetched = await service.verifications(first.sid).fetch();
  expect(fetched).toMatchObject({ status: "pending", sid: first.sid });
  expect(fetched.sendCodeAttempts).toHaveLength(1);
  const canceled = await service.verifications(first.sid).update({ status: "canceled" });
  expect(canceled.status).toBe("canceled");
  await expect(service.verifications(first.sid).fetch()).rejects.toMatchObject(missing);
  await expect(check(code())).rejects.toMatchObject(missing);
  expect((await start()).sid).not.toBe(first.sid);
});

test("a service that is created sends codes of its own, as long as it says", async () => {
  const { sandbox, start, phones } = await startVerify();
  await start();
  const { services } = clientOf(sandbox).verify.v2;
  const created = await services.create({ friendlyName: "Second", codeLength: 4 });
  expect(created.sid).toMatch(/^VA[0-9a-f]{32}$/);
  expect(await services.list()).toHaveLength(2);
  const second = services(created.sid);
  const { status, serviceSid } = await second.verifications.create({ to, channel: "sms" });
  expect({ status, serviceSid }).toEqual({ status: "pending", serviceSid: created.sid });
  const [message] = phones.messages(to);
  expect(message?.body).toMatch(/^Your Second verification code is: \d{4}\./);

  const code = message?.code ?? "";
  const checked = await second.verificationChecks.create({ to, code });
  expect(checked).toMatchObject({ status: "approved", serviceSid: created.sid });
  await second.remove();
  await expect(second.fetch()).rejects.toMatchObject(missing);
});

test("a service's settings can be changed, within bounds", async () => {
  const { service } = await startVerify();
  const changed = await service.update({ lookupEnabled: true, codeLength: 8 });
  expect(changed).toMatchObject({ lookupEnabled: true, codeLength: 8, friendlyName: "Duet" });
  const refused = { status: 400, code: 60200 };
  await expect(service.update({ codeLength: 3 })).rejects.toMatchObject(refused);
  await expect(service.update({ friendlyName: "Call 555 01" })).rejects.toMatchObject(refused);
});

test("at first the configured service is the only one", async () => {
  const { sandbox, service } = await startVerify();
  expect(await service.fetch()).toMatchObject({ codeLength: 6, friendlyName: "Duet" });
  const { services } = clientOf(sandbox).verify.v2;
  expect((await services.list()).map(({ sid }) => sid)).toEqual([sandbox.config.verifyServiceSid]);
  const other = services(`VA${"0".repeat(32)}`);
  await expect(other.fetch()).rejects.toMatchObject(missing);
  await expect(other.verifications.create({ to, channel: "sms" })).rejects.toMatchObject(missing);
});
