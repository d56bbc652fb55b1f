import { once } from "node:events";
import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { listen } from "../listen.ts";
import type { CallbackRequest } from "./callbacks.ts";
import { startSandbox } from "./testing/sandbox.ts";
import { startWebhookApp } from "./testing/webhook-app.ts";

async function start(statuses: number[] = []) {
  const app = await startWebhookApp(statuses);
  const { context } = await startSandbox();
  return {
    app,
    context,
    deliver: (path: string, more: Partial<CallbackRequest> = {}) =>
      context.callbacks.deliver({
        kind: "status",
        url: app.origin + path,
        params: { CallSid: "CA1", CallStatus: "ringing" },
        callSid: "CA1",
        ...more,
      }),
  };
}

/** An origin whose port nobody listens on. */
async function closedOrigin(): Promise<string> {
  const server = createServer();
  const origin = await listen(server);
  server.close();
  await once(server, "close");
  return origin;
}

test("a callback is a form signed as Twilio signs it, without the URL's fragment", async () => {
  const { app, deliver } = await start();
  const outcome = await deliver("/status?a=1&b=%20x#rc=3&rp=all", {
    params: { To: "+14155550101", From: "client:u_1", Sentence: "größer & 100 %" },
  });
  expect(outcome).toEqual({ ok: true, status: 200, body: "<Response/>", contentType: "text/xml" });
  expect(app.received).toHaveLength(1);
  expect(app.received[0]).toMatchObject({
    method: "POST",
    path: "/status?a=1&b=%20x",
    signed: true,
    params: { Sentence: "größer & 100 %" },
    headers: {
      "user-agent": "TwilioProxy/1.1",
      "i-twilio-idempotency-token": expect.stringMatching(/^[0-9a-f-]{36}$/),
      "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
    },
  });
});

test("a GET callback carries and signs its parameters in the query", async () => {
  const { app, deliver } = await start();
  await deliver("/status?a=1", { method: "GET" });
  expect(app.received[0]).toMatchObject({
    method: "GET",
    path: "/status?a=1&CallSid=CA1&CallStatus=ringing",
    signed: true,
    params: {},
  });
});

test("retries keep the idempotency token and stop at the first success", async () => {
  const { app, context, deliver } = await start([500, 503]);
  const outcome = await deliver("/status#rc=5&rp=5xx");
  expect(outcome).toMatchObject({ ok: true, status: 200 });
  expect(app.received).toHaveLength(3);
  const tokens = app.received.map(({ headers }) => headers["i-twilio-idempotency-token"]);
  expect(new Set(tokens).size).toBe(1);
  expect(context.callbacks.deliveries.map(({ attempt, status }) => [attempt, status])).toEqual([
    [3, 200],
    [2, 503],
    [1, 500],
  ]);
});

test.each([
  { fragment: "#rc=2&rp=5xx", statuses: [500, 500, 500], attempts: 3, why: "rc limits them" },
  { fragment: "#rc=2&rp=4xx", statuses: [500], attempts: 1, why: "5xx is not asked for" },
  { fragment: "#rc=2&rp=4xx", statuses: [404], attempts: 2, why: "4xx is asked for" },
  { fragment: "#rc=2&rp=all", statuses: [404, 502], attempts: 3, why: "all covers both" },
  { fragment: "#rc=0&rp=all", statuses: [500], attempts: 1, why: "rc may be none" },
  { fragment: "#rc=9&rp=5xx", statuses: [500, 500], attempts: 2, why: "rc out of range is 1" },
  { fragment: "", statuses: [500], attempts: 1, why: "by default only connecting is retried" },
])("$fragment makes $attempts attempts: $why", async ({ fragment, statuses, attempts }) => {
  const { app, deliver } = await start([...statuses]);
  await deliver(`/status${fragment}`);
  expect(app.received).toHaveLength(attempts);
});

test("a refused connection is retried once unless the URL says otherwise", async () => {
  const { context, deliver } = await start();
  const url = `${await closedOrigin()}/status`;
  expect(await deliver("", { url })).toMatchObject({ ok: false, status: null });
  expect(context.callbacks.deliveries).toHaveLength(2);
  await deliver("", { url: `${url}#rc=4&rp=5xx` });
  expect(context.callbacks.deliveries).toHaveLength(3);
});

test.each([
  ["#rt=100&rc=1&rp=rt", 2],
  ["#rt=100&rc=1&rp=ct", 1],
  ["#rt=200&tt=100&rc=5&rp=rt", 1],
])("an app that never answers gets as many attempts as %s allows", async (fragment, attempts) => {
  const { context, deliver } = await start();
  const silent = createServer((socket) => void socket.on("error", () => {}));
  const origin = await listen(silent);
  onTestFinished(() => void silent.close());
  const outcome = await deliver("", { url: `${origin}/x${fragment}` });
  expect(outcome).toMatchObject({ ok: false, status: null });
  expect(context.callbacks.deliveries).toHaveLength(attempts);
});

test("a dropped callback never arrives, and the record says so", async () => {
  const { app, context, deliver } = await start();
  context.faults.add({ target: "webhook", kind: "drop", match: "CallStatus=completed" });
  await deliver("/status#rc=3&rp=all", { params: { CallStatus: "completed" } });
  await deliver("/status", { params: { CallStatus: "ringing" } });
  expect(app.received.map(({ params }) => params.CallStatus)).toEqual(["ringing"]);
  expect(context.callbacks.deliveries[1]).toMatchObject({ fault: "drop", status: null });
});

test("a duplicated callback arrives twice with one token", async () => {
  const { app, context, deliver } = await start();
  context.faults.add({ target: "webhook", kind: "duplicate", times: 1 });
  await deliver("/status");
  await deliver("/status");
  expect(app.received).toHaveLength(3);
  const [first, second, third] = app.received.map(
    ({ headers }) => headers["i-twilio-idempotency-token"],
  );
  expect(first).toBe(second);
  expect(third).not.toBe(first);
});

test("a reordered callback is overtaken by the next one of its call", async () => {
  const { app, context, deliver } = await start();
  context.faults.add({ target: "webhook", kind: "reorder", times: 1, delayMs: 60_000 });
  const held = deliver("/status", { params: { SequenceNumber: "0" } });
  await deliver("/status", { params: { SequenceNumber: "7" }, callSid: "CA2" });
  await deliver("/status", { params: { SequenceNumber: "1" } });
  await held;
  expect(app.received.map(({ params }) => params.SequenceNumber)).toEqual(["7", "1", "0"]);
});

test("callbacks can be doubled and overtaken at the same time", async () => {
  const { app, context, deliver } = await start();
  context.faults.add({ target: "webhook", kind: "duplicate" });
  context.faults.add({ target: "webhook", kind: "reorder", delayMs: 60_000 });
  const held = deliver("/status", { params: { SequenceNumber: "0" } });
  await deliver("/status", { params: { SequenceNumber: "1" } });
  await held;
  const numbers = app.received.map(({ params }) => params.SequenceNumber);
  expect(numbers).toEqual(["1", "1", "0", "0"]);
});

test("a reordered callback that nothing follows still arrives", async () => {
  const { app, context, deliver } = await start();
  context.faults.add({ target: "webhook", kind: "reorder", delayMs: 1 });
  expect(await deliver("/status")).toMatchObject({ ok: true });
  expect(app.received).toHaveLength(1);
});

test("a request for TwiML can be neither doubled nor overtaken", async () => {
  const { app, context, deliver } = await start();
  context.faults.add({ target: "webhook", kind: "duplicate" });
  context.faults.add({ target: "webhook", kind: "reorder" });
  expect(await deliver("/voice", { kind: "twiml" })).toMatchObject({ ok: true });
  expect(app.received).toHaveLength(1);
});

test("a status fault answers in the app's place and is retried like the app's own", async () => {
  const { app, context, deliver } = await start();
  context.faults.add({ target: "webhook", kind: "status", status: 500, times: 1 });
  expect(await deliver("/status#rc=1&rp=5xx")).toMatchObject({ ok: true, status: 200 });
  expect(app.received).toHaveLength(1);
  expect(context.callbacks.deliveries.map(({ status, fault }) => [status, fault])).toEqual([
    [200, null],
    [500, "status"],
  ]);
});

test.each([
  ["signature", { CallSid: "CA1", CallStatus: "ringing" }],
  ["body", { CallSid: "CA1" }],
] as const)(
  "a webhook with a damaged %s arrives, and shows that it is not to be trusted",
  async (part, params) => {
    const { app, context, deliver } = await start();
    context.faults.add({ target: "webhook", kind: "corrupt", part, times: 1 });
    await deliver("/status");
    await deliver("/status");
    expect(app.received).toMatchObject([
      { signed: false, params },
      { signed: true, params: { CallSid: "CA1", CallStatus: "ringing" } },
    ]);
    expect(context.callbacks.deliveries.map(({ fault }) => fault)).toEqual([null, "corrupt"]);
  },
);

test("closing gives up what is held back", async () => {
  const { app, context, deliver } = await start();
  context.faults.add({ target: "webhook", kind: "delay", delayMs: 60_000 });
  const held = deliver("/status");
  context.callbacks.close();
  expect(await held).toMatchObject({ ok: false, error: "Sandbox closed" });
  expect(app.received).toEqual([]);
});
