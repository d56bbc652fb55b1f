import { expect, test } from "vitest";
import { clientOf } from "../testing/client.ts";
import { startSandbox } from "../testing/sandbox.ts";
import { startWebhookApp } from "../testing/webhook-app.ts";
import { countSegments } from "./messages.ts";

const to = "+14155550101";

test("a text reaches the phone and reports queued, sent and delivered", async () => {
  const app = await startWebhookApp();
  const sandbox = await startSandbox();
  const client = clientOf(sandbox);
  const from = sandbox.config.phoneNumber;
  const statusCallback = `${app.origin}/sms?case=1`;
  const message = await client.messages.create({ to, from, body: "Hi <b>", statusCallback });
  expect(message).toMatchObject({ status: "queued", direction: "outbound-api", numSegments: "1" });
  expect(message.sid).toMatch(/^SM[0-9a-f]{32}$/);
  expect(message.dateSent).toBeNull();

  await app.arrived(3);
  expect(app.received.map(({ params }) => params.MessageStatus)).toEqual([
    "queued",
    "sent",
    "delivered",
  ]);
  expect(app.received.every(({ signed }) => signed)).toBe(true);
  expect(app.received[2]?.params).toMatchObject({ MessageSid: message.sid, From: from, To: to });
  expect(sandbox.context.phones.messages(to)).toMatchObject([{ from, body: "Hi <b>" }]);

  const later = await client.messages(message.sid).fetch();
  expect(later.status).toBe("delivered");
  expect(later.dateSent).toBeInstanceOf(Date);
});

test("texts are listed newest first and by recipient", async () => {
  const sandbox = await startSandbox();
  const client = clientOf(sandbox);
  const from = sandbox.config.phoneNumber;
  await client.messages.create({ to, from, body: "one" });
  await client.messages.create({ to: "+14155550102", from, body: "two" });
  await client.messages.create({ to, from, body: "three" });
  const listed = await client.messages.list({ to });
  expect(listed.map(({ body }) => body)).toEqual(["three", "one"]);
  expect(await client.messages.list()).toHaveLength(3);
});

test.each([
  { why: "no recipient", change: { to: "" }, code: 21604 },
  { why: "no sender", change: { from: "" }, code: 21603 },
  { why: "no body", change: { body: "" }, code: 21602 },
  { why: "a body over 1600 characters", change: { body: "x".repeat(1601) }, code: 21617 },
  { why: "junk as recipient", change: { to: "not-a-number" }, code: 21211 },
  { why: "a national number", change: { to: "4155550101" }, code: 21211 },
  { why: "a sender of someone else", change: { from: "+14155550100" }, code: 21606 },
  { why: "the magic invalid recipient", change: { to: "+15005550001" }, code: 21211 },
  { why: "the magic unreachable recipient", change: { to: "+15005550002" }, code: 21612 },
  { why: "the magic forbidden region", change: { to: "+15005550003" }, code: 21408 },
  { why: "the magic unsubscribed recipient", change: { to: "+15005550004" }, code: 21610 },
  { why: "the magic landline", change: { to: "+15005550009" }, code: 21614 },
  { why: "the magic invalid sender", change: { from: "+15005550001" }, code: 21212 },
  { why: "the magic foreign sender", change: { from: "+15005550007" }, code: 21606 },
  { why: "the magic full queue", change: { from: "+15005550008" }, code: 21611 },
  { why: "a callback that is no URL", change: { statusCallback: "nowhere" }, code: 21609 },
])("$why is refused with $code and nothing is sent", async ({ change, code }) => {
  const sandbox = await startSandbox();
  const client = clientOf(sandbox);
  const creating = client.messages.create({
    to,
    from: sandbox.config.phoneNumber,
    body: "Hi",
    ...change,
  });
  await expect(creating).rejects.toMatchObject({ status: 400, code });
  expect(await client.messages.list()).toEqual([]);
});

test("segments follow the alphabet of the text", () => {
  expect(countSegments("a".repeat(160))).toBe(1);
  expect(countSegments("a".repeat(161))).toBe(2);
  expect(countSegments("ü".repeat(160))).toBe(1);
  expect(countSegments("❤".repeat(70))).toBe(1);
  expect(countSegments("❤".repeat(71))).toBe(2);
});
