import { expect, test } from "vitest";
import { clientOf } from "./testing/client.ts";
import { startSandbox } from "./testing/sandbox.ts";
import { startWebhookApp } from "./testing/webhook-app.ts";

async function start() {
  const sandbox = await startSandbox();
  return {
    sandbox,
    client: clientOf(sandbox),
    account: () => clientOf(sandbox).api.v2010.accounts(sandbox.config.accountSid).fetch(),
    faults: (method: string, body?: unknown) =>
      fetch(`${sandbox.url}/faults`, {
        method,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
  };
}

test.each([
  [429, 20429],
  [500, 20500],
])("a REST fault answers %s for as often as it was asked to", async (status, code) => {
  const { account, faults } = await start();
  const added = await faults("POST", { target: "rest", kind: "status", status, times: 1 });
  expect(added.status).toBe(201);
  await expect(account()).rejects.toMatchObject({ status, code });
  expect((await account()).status).toBe("active");
  expect(await (await faults("GET")).json()).toEqual([]);
});

test("a REST fault strikes only the paths it names", async () => {
  const { client, account, faults } = await start();
  await faults("POST", { target: "rest", kind: "status", status: 500, match: "/Messages" });
  expect((await account()).status).toBe("active");
  await expect(client.messages.list()).rejects.toMatchObject({ status: 500 });
  expect(await (await faults("GET")).json()).toMatchObject([{ match: "/Messages", struck: 1 }]);
});

test("a REST fault may go by what a form says, and the form still arrives", async () => {
  const { client, sandbox, faults } = await start();
  const match = "POST */Messages*To=%2B14155550101";
  await faults("POST", { target: "rest", kind: "status", status: 503, match, times: 1 });
  const text = (to: string) =>
    client.messages.create({ to, from: sandbox.config.phoneNumber, body: "Hello" });
  expect((await text("+14155550102")).to).toBe("+14155550102");
  await expect(text("+14155550101")).rejects.toMatchObject({ status: 503 });
  expect((await text("+14155550101")).to).toBe("+14155550101");
});

test("a dropped REST request breaks the connection, and nothing has been done", async () => {
  const { client, sandbox, faults } = await start();
  await faults("POST", { target: "rest", kind: "drop" });
  const text = { to: "+14155550101", from: sandbox.config.phoneNumber, body: "Hello" };
  await expect(client.messages.create(text)).rejects.toMatchObject({ code: "ECONNRESET" });
  await faults("DELETE");
  expect(await client.messages.list()).toEqual([]);
});

test("a REST request that is never answered ends with the patience of who asks", async () => {
  const { sandbox, account, faults } = await start();
  await faults("POST", { target: "rest", kind: "timeout", times: 1 });
  const asking = fetch(`${sandbox.url}/v1/Rooms`, { signal: AbortSignal.timeout(150) });
  await expect(asking).rejects.toMatchObject({ name: "TimeoutError" });
  expect((await account()).status).toBe("active");
});

test("a refusal for too many requests says when to come again", async () => {
  const { sandbox, faults } = await start();
  await faults("POST", { target: "rest", kind: "status", status: 429, retryAfterSeconds: 7 });
  const answer = await fetch(`${sandbox.url}/v1/Rooms`);
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "7"]);
});

test("DELETE takes every fault away", async () => {
  const { account, faults } = await start();
  await faults("POST", { target: "rest", kind: "status" });
  expect((await faults("DELETE")).status).toBe(204);
  expect((await account()).status).toBe("active");
});

test.each([
  { target: "moon", kind: "drop" },
  { target: "rest", kind: "reorder" },
  { target: "rest", kind: "status", status: 418 },
  { target: "webhook", kind: "delay", delayMs: -1 },
  { target: "webhook", kind: "drop", percent: 0 },
  { target: "webhook", kind: "drop", part: "body" },
  { target: "rest", kind: "delay", lossPercent: 5 },
  { target: "edge", kind: "slow", times: 3 },
  "text",
])("a fault that makes no sense is refused: %o", async (body) => {
  const { faults } = await start();
  const response = await faults("POST", body);
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error: expect.any(String) });
  expect(await (await faults("GET")).json()).toEqual([]);
});

test("deliveries tell each webhook's request, answer and time", async () => {
  const app = await startWebhookApp([404]);
  const { sandbox } = await start();
  await sandbox.context.callbacks.deliver({
    kind: "status",
    url: `${app.origin}/status`,
    params: { CallStatus: "ringing" },
  });
  const deliveries = await (await fetch(`${sandbox.url}/deliveries`)).json();
  expect(deliveries).toMatchObject([
    {
      kind: "status",
      method: "POST",
      url: `${app.origin}/status`,
      params: { CallStatus: "ringing" },
      status: 404,
      body: "<Response/>",
      attempt: 1,
      at: expect.stringMatching(/^\d{4}-.*Z$/),
      durationMs: expect.any(Number),
    },
  ]);
});
