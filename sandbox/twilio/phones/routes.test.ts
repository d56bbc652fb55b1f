import { expect, test } from "vitest";
import { clientOf } from "../testing/client.ts";
import { handClock, startSandbox } from "../testing/sandbox.ts";

const number = "+14155550101";

async function start() {
  const clock = handClock();
  const sandbox = await startSandbox({ now: clock.now });
  const { verifications } = clientOf(sandbox).verify.v2.services(sandbox.config.verifyServiceSid);
  return {
    clock,
    sandbox,
    verifications,
    read: (path: string) => fetch(`${sandbox.url}/phones/${path}`),
    write: (path: string, body: unknown) =>
      fetch(`${sandbox.url}/phones/${path}`, { method: "POST", body: JSON.stringify(body) }),
  };
}

test("a phone shows what it received, newest first, with the code apart", async () => {
  const { clock, verifications, read } = await start();
  await verifications.create({ to: number, channel: "sms" });
  clock.advance(1_000);
  await verifications.create({ to: number, channel: "call" });
  const messages = await (await read(`${number}/messages`)).json();
  expect(messages).toMatchObject([
    { channel: "call", at: "2026-01-15T12:00:01.000Z" },
    { channel: "sms", at: "2026-01-15T12:00:00.000Z", code: expect.stringMatching(/^\d{6}$/) },
  ]);
  expect(messages[1].body).toContain(messages[1].code);
});

test.each([
  ["with its plus", "+14155550101"],
  ["with its plus encoded", "%2B14155550101"],
  ["without its plus", "14155550101"],
])("a number %s names the phone", async (_how, path) => {
  const { verifications, read } = await start();
  await verifications.create({ to: number, channel: "sms" });
  expect(await (await read(`${path}/messages`)).json()).toHaveLength(1);
});

test("an e-mail address has an inbox too", async () => {
  const { verifications, read } = await start();
  await verifications.create({ to: "Ada@Example.com", channel: "email" });
  expect(await (await read("ada%40example.com/messages")).json()).toMatchObject([
    { channel: "email" },
  ]);
});

test("what is no number is refused", async () => {
  const { read } = await start();
  const response = await read("kitchen/messages");
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error: expect.stringContaining("E.164") });
});

test("a phone keeps the behaviour it is given", async () => {
  const { sandbox, write } = await start();
  const behaviour = { answer: "busy", afterSeconds: 3, digits: "1w2#" };
  expect((await write("14155550101/behaviour", behaviour)).status).toBe(200);
  expect(sandbox.context.phones.behaviour(number)).toEqual(behaviour);
});

test.each([{ answer: "maybe" }, { answer: "answer", afterSeconds: -1 }, { digits: "1" }])(
  "a behaviour that makes no sense changes nothing: %o",
  async (behaviour) => {
    const { sandbox, write } = await start();
    expect((await write(`${number}/behaviour`, behaviour)).status).toBe(400);
    expect(sandbox.context.phones.behaviour(number).answer).toBe("answer");
  },
);

test("a phone that has never called has no calls", async () => {
  const { read } = await start();
  expect(await (await read(`${number}/calls`)).json()).toEqual([]);
});

test("a call to junk is refused with a sentence", async () => {
  const { write } = await start();
  const response = await write(`${number}/call`, { to: "junk" });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error: expect.stringContaining("E.164") });
});
