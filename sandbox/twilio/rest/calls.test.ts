import { expect, test, vi } from "vitest";
import { clientOf } from "../testing/client.ts";
import { startSandbox } from "../testing/sandbox.ts";
import { startWebhookApp } from "../testing/webhook-app.ts";

const ownNumber = "+15005550006";
const hold = '<Response><Pause length="60"/></Response>';

async function start() {
  const sandbox = await startSandbox();
  const client = clientOf(sandbox);
  const { phones } = sandbox.context;
  return {
    ...sandbox,
    client,
    /** Places a call to a phone that behaves so, and waits for a status. */
    async call(answer: Parameters<typeof phones.setBehaviour>[1]["answer"], status: string) {
      phones.setBehaviour("+14155550101", { answer, afterSeconds: 0 });
      const { sid } = await client.calls.create({
        to: "+14155550101",
        from: ownNumber,
        twiml: hold,
      });
      await vi.waitUntil(async () => (await client.calls(sid).fetch()).status === status);
      return client.calls(sid);
    },
  };
}

test("a call that is created comes back queued, in Twilio's shape", async () => {
  const { client, config } = await start();
  const call = await client.calls.create({ to: "client:alice", from: ownNumber, twiml: hold });
  expect(call).toMatchObject({
    sid: expect.stringMatching(/^CA[0-9a-f]{32}$/),
    accountSid: config.accountSid,
    status: "queued",
    direction: "outbound-api",
    to: "client:alice",
    from: ownNumber,
    parentCallSid: null,
    startTime: null,
    duration: null,
    dateCreated: expect.any(Date),
    uri: `/2010-04-01/Accounts/${config.accountSid}/Calls/${call.sid}.json`,
  });
});

test.each([
  ["busy", "busy"],
  ["reject", "busy"],
] as const)("a phone that is set to %s makes the call %s", async (answer, status) => {
  const { call } = await start();
  const ended = await (await call(answer, status)).fetch();
  expect(ended).toMatchObject({ status, duration: "0", endTime: expect.any(Date) });
});

test("a phone that nobody picks up ends as no-answer after the timeout", async () => {
  const { client, context } = await start();
  context.phones.setBehaviour("+14155550101", { answer: "no-answer" });
  const to = "+14155550101";
  const { sid } = await client.calls.create({ to, from: ownNumber, twiml: hold, timeout: 1 });
  const status = async () => (await client.calls(sid).fetch()).status;
  await vi.waitUntil(async () => (await status()) === "ringing");
  await vi.waitUntil(async () => (await status()) === "no-answer", { timeout: 3000 });
});

test("a live call is redirected and then ended", async () => {
  const { call, context } = await start();
  const live = await call("answer", "in-progress");
  await live.update({ twiml: '<Response><Say>Hello</Say><Pause length="60"/></Response>' });
  const { sid } = await live.fetch();
  await vi.waitUntil(() => context.calls.get(sid)?.said.includes("Hello"));
  expect(await live.update({ status: "completed" })).toMatchObject({ status: "completed" });
  await expect(live.update({ status: "completed" })).rejects.toMatchObject({ code: 21220 });
});

test("a waiting call is canceled", async () => {
  const { call } = await start();
  const waiting = await call("no-answer", "ringing");
  expect(await waiting.update({ status: "canceled" })).toMatchObject({ status: "canceled" });
});

test("status callbacks are signed and come for the events that were asked for", async () => {
  const app = await startWebhookApp();
  const { client, context } = await start();
  context.phones.setBehaviour("+14155550101", { answer: "answer", afterSeconds: 0 });
  await client.calls.create({
    to: "+14155550101",
    from: ownNumber,
    twiml: "<Response/>",
    statusCallback: `${app.origin}/status`,
    statusCallbackEvent: ["initiated", "answered", "completed"],
  });
  await app.arrived(3);
  expect(app.received.map(({ signed, params }) => [signed, params.CallStatus])).toEqual([
    [true, "initiated"],
    [true, "in-progress"],
    [true, "completed"],
  ]);
  expect(app.received.map(({ params }) => params.SequenceNumber)).toEqual(["0", "1", "2"]);
});

test("calls are listed newest first, by status, party, parent and day, page by page", async () => {
  const { call, client } = await start();
  await call("busy", "busy");
  await call("answer", "in-progress");
  const statuses = async (filter: Parameters<typeof client.calls.list>[0]) =>
    (await client.calls.list(filter)).map(({ status }) => status);
  const tomorrow = new Date(Date.now() + 86_400_000);
  expect(await statuses({})).toEqual(["in-progress", "busy"]);
  expect(await statuses({ pageSize: 1 })).toEqual(["in-progress", "busy"]);
  expect(await statuses({ status: "busy" })).toEqual(["busy"]);
  expect(await statuses({ to: "+14155550101", limit: 1 })).toEqual(["in-progress"]);
  expect(await statuses({ from: "+14155550199" })).toEqual([]);
  expect(await statuses({ parentCallSid: `CA${"0".repeat(32)}` })).toEqual([]);
  expect(await statuses({ startTimeAfter: tomorrow })).toEqual([]);
  expect(await statuses({ startTimeBefore: tomorrow })).toEqual(["in-progress", "busy"]);
});

test.each([
  [{ to: "", from: ownNumber, twiml: hold }, 21201],
  [{ to: "bob", from: ownNumber, twiml: hold }, 21211],
  [{ to: "client:bob", from: "", twiml: hold }, 21213],
  [{ to: "client:bob", from: "none", twiml: hold }, 21212],
  [{ to: "client:bob", from: "+14155550101", twiml: hold }, 21210],
  [{ to: "client:bob", from: ownNumber }, 21205],
  [{ to: "client:bob", from: ownNumber, url: "nowhere" }, 21205],
  [{ to: "client:bob", from: ownNumber, applicationSid: `AP${"0".repeat(32)}` }, 21218],
])("creating %o is refused with %i, and nothing is placed", async (input, code) => {
  const { client, context } = await start();
  await expect(client.calls.create(input)).rejects.toMatchObject({ status: 400, code });
  expect(context.calls.list()).toEqual([]);
});

test("a call that does not exist is 20404", async () => {
  const { client } = await start();
  const call = client.calls(`CA${"0".repeat(32)}`);
  await expect(call.fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  await expect(call.update({ status: "completed" })).rejects.toMatchObject({ code: 20404 });
});
