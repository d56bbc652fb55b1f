import { expect, test } from "vitest";
import { startTwimlApp } from "../edge/testing/twiml-app.ts";
import { clientOf } from "../testing/client.ts";
import { startSandbox } from "../testing/sandbox.ts";

const ada = "+14155550101";
const ben = "+14155550102";

interface ShownCall {
  sid: string;
  from: string;
  state: string;
  status: string;
  said: string[];
  heardSeconds: number;
  heardDigits: string;
}

/** A sandbox whose numbers answer with this TwiML, and its telephones over HTTP. */
async function start(twiml = "<Pause length='600'/>") {
  const app = await startTwimlApp(({ name }) => (name === "incoming" ? twiml : ""));
  const config = { publicUrl: app.origin, speechCharactersPerSecond: 1000 };
  const sandbox = await startSandbox({ config });
  const { phoneNumber: from } = sandbox.config;

  async function act(number: string, action: string, body: unknown = {}) {
    const response = await fetch(`${sandbox.url}/phones/${number}/${action}`, {
      method: "POST",
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  }
  const calls = async (number: string): Promise<ShownCall[]> =>
    (await fetch(`${sandbox.url}/phones/${number}/calls`)).json();

  return {
    number: from,
    act,
    calls,
    latest: async (number: string) => (await calls(number))[0],
    reacts: (number: string, habit: object) =>
      act(number, "behaviour", { answer: "answer", afterSeconds: 0, ...habit }),
    /** The account calls a telephone. */
    ring: (to: string, verbs: string) =>
      clientOf(sandbox).calls.create({ to, from, twiml: `<Response>${verbs}</Response>` }),
    becomes: (number: string, shown: Partial<ShownCall>) =>
      expect.poll(async () => (await calls(number))[0]).toMatchObject(shown),
  };
}

test("a telephone rings with the caller's number until a person answers, and hears", async () => {
  const { ring, reacts, act, becomes, number } = await start();
  await reacts(ada, { answer: "manual" });
  await ring(ada, "<Say>Good morning</Say><Pause length='600'/>");
  await becomes(ada, { state: "ringing", from: number, said: [] });
  expect(await act(ada, "answer")).toMatchObject({ status: 200, body: { state: "live" } });
  await becomes(ada, { state: "live", said: ["Good morning"] });
  await act(ada, "hangup");
  await becomes(ada, { state: "ended", status: "completed" });
});

test.each(["decline", "hangup"])("to %s a call that rings makes it busy", async (action) => {
  const { ring, reacts, act, becomes } = await start();
  await reacts(ada, { answer: "manual" });
  await ring(ada, "<Pause/>");
  await becomes(ada, { state: "ringing" });
  expect((await act(ada, action)).status).toBe(200);
  await becomes(ada, { state: "ended", status: "busy" });
});

test("two telephones hear each other and the keys that are pressed", async () => {
  const { reacts, act, becomes, latest, number } = await start(
    `<Dial answerOnBridge="true"><Number>${ben}</Number></Dial>`,
  );
  await reacts(ben, { says: "Hello there" });
  expect((await act(ada, "call", { to: number, says: "It is me" })).status).toBe(201);
  await becomes(ben, { state: "live" });
  const heard = async () => [(await latest(ada))?.heardSeconds, (await latest(ben))?.heardSeconds];
  await expect.poll(heard).toEqual([expect.closeTo(1, 1), expect.closeTo(1, 1)]);
  await act(ben, "press", { digits: "42#" });
  await becomes(ada, { heardDigits: "42#" });
  await act(ada, "say", { text: "Once more", seconds: 0.2 });
  await expect.poll(async () => (await latest(ben))?.heardSeconds).toBeCloseTo(1.2, 1);
  await act(ada, "hangup");
  await becomes(ben, { state: "ended", status: "completed" });
});

test("a telephone in a call lets another wait and calls nobody else", async () => {
  const { ring, reacts, act, calls, becomes, number } = await start();
  await reacts(ada, {});
  await ring(ada, "<Pause length='600'/>");
  await becomes(ada, { state: "live" });
  await ring(ada, "<Pause length='600'/>");
  await expect
    .poll(async () => (await calls(ada)).map(({ status }) => status))
    .toEqual(["ringing", "in-progress"]);
  expect(await act(ada, "call", { to: number })).toMatchObject({
    status: 409,
    body: { error: expect.stringContaining("in a call") },
  });
  await act(ada, "hangup");
  await expect
    .poll(async () => (await calls(ada)).map(({ status }) => status))
    .toEqual(["in-progress", "completed"]);
});

test.each([
  ["answer", {}],
  ["decline", {}],
  ["hangup", {}],
  ["press", { digits: "1" }],
  ["say", { text: "Hello" }],
])("to %s on a telephone that is at rest is refused with a sentence", async (action, body) => {
  const { act } = await start();
  expect(await act(ada, action, body)).toMatchObject({
    status: 409,
    body: { error: expect.stringContaining("phone") },
  });
});

test("a call to a number that nobody has is refused", async () => {
  const { act } = await start();
  expect(await act(ada, "call", { to: ben })).toMatchObject({
    status: 400,
    body: { code: 21211 },
  });
});
