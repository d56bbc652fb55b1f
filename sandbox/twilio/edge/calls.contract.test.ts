import { expect, test, vi } from "vitest";
import { dialClient, startWorld } from "./testing/phones.ts";
import type { Webhook } from "./testing/twiml-app.ts";

// Browsers start, ring and negotiate in it.
vi.setConfig({ testTimeout: 30_000 });

const dialTo =
  (attributes = "") =>
  ({ name, params }: Webhook) =>
    name === "incoming" ? dialClient(params.To ?? "", attributes) : "";

/** Alice's call rings at Bob's. */
async function ringing(attributes?: string) {
  const world = await startWorld(dialTo(attributes));
  const [alice, bob] = await Promise.all([world.phoneOf("alice"), world.phoneOf("bob")]);
  await alice.connect({ To: "bob", matchId: "m1" });
  await Promise.all([bob.saw("incoming"), alice.saw("ringing")]);
  return { world, alice, bob };
}

async function talking() {
  const call = await ringing();
  await call.bob.accept();
  await Promise.all([call.alice.saw("accept"), call.bob.saw("accept")]);
  return call;
}

test("two people hear each other until the caller hangs up", async () => {
  const { world, alice, bob } = await talking();
  await Promise.all([alice.heard(), bob.heard()]);
  await alice.hangUp();
  await bob.saw("disconnect");
  expect((await bob.state()).customParameters).toEqual({ matchId: "m 1&2" });
  expect(await world.statusesOf("child", 4)).toEqual([
    ["initiated", 0],
    ["ringing", 1],
    ["in-progress", 2],
    ["completed", 3],
  ]);
  expect(await world.statusesOf("parent", 1)).toEqual([["completed", 0]]);
  expect(await world.webhook("dial-result")).toMatchObject({
    DialCallStatus: "completed",
    DialBridged: "true",
    CallStatus: "completed",
  });
});

test("the app is asked for TwiML and told of each leg with Twilio's parameters", async () => {
  const { world, bob } = await talking();
  await bob.hangUp();
  const [child, parent] = world.context.calls.list();
  const { accountSid, twimlAppSid } = world.sandbox.config;
  expect(await world.webhook("incoming")).toEqual({
    CallSid: parent?.sid,
    AccountSid: accountSid,
    ApplicationSid: twimlAppSid,
    From: "client:alice",
    Caller: "client:alice",
    To: "bob",
    Called: "bob",
    CallStatus: "ringing",
    Direction: "inbound",
    ApiVersion: "2010-04-01",
    matchId: "m1",
  });
  const ended = (params: Record<string, string>) =>
    params.CallSid === child?.sid && params.CallStatus === "completed";
  expect(await world.webhook("status", ended)).toEqual({
    CallSid: child?.sid,
    ParentCallSid: parent?.sid,
    AccountSid: accountSid,
    From: "client:alice",
    Caller: "client:alice",
    To: "client:bob",
    Called: "client:bob",
    CallStatus: "completed",
    Direction: "outbound-dial",
    ApiVersion: "2010-04-01",
    CallbackSource: "call-progress-events",
    SequenceNumber: "3",
    Timestamp: expect.stringMatching(/^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} \+0000$/),
    CallDuration: expect.stringMatching(/^\d+$/),
    Duration: expect.stringMatching(/^\d+$/),
  });
});

test("when the callee hangs up the action's TwiML continues the caller's call", async () => {
  const { world, alice, bob } = await talking();
  await bob.hangUp();
  await alice.saw("disconnect");
  expect(await world.webhook("dial-result")).toMatchObject({
    DialCallStatus: "completed",
    CallStatus: "in-progress",
    DialCallDuration: expect.stringMatching(/^\d+$/),
  });
});

test("a declined call is busy for the caller", async () => {
  const { world, alice, bob } = await ringing();
  await bob.reject();
  await alice.saw("disconnect");
  expect(await world.statusesOf("child", 3)).toEqual([
    ["initiated", 0],
    ["ringing", 1],
    ["busy", 2],
  ]);
  expect(await world.webhook("dial-result")).toMatchObject({
    DialCallStatus: "busy",
    DialBridged: "false",
  });
  expect(await world.statusesOf("parent", 1)).toEqual([["busy", 0]]);
});

test("a caller who gives up before the answer takes the ringing away", async () => {
  const { world, alice, bob } = await ringing();
  await alice.hangUp();
  await bob.saw("cancel");
  expect((await world.statusesOf("child", 3)).at(-1)).toEqual(["canceled", 2]);
  expect(await world.webhook("dial-result")).toMatchObject({ DialCallStatus: "canceled" });
  expect(await world.statusesOf("parent", 1)).toEqual([["canceled", 0]]);
});

test("nobody answers within the timeout", async () => {
  const { world, alice, bob } = await ringing('timeout="1"');
  await Promise.all([bob.saw("cancel"), alice.saw("disconnect")]);
  expect((await world.statusesOf("child", 3)).at(-1)).toEqual(["no-answer", 2]);
  expect(await world.webhook("dial-result")).toMatchObject({ DialCallStatus: "no-answer" });
});

test("a callee without a registered device does not answer", async () => {
  const world = await startWorld(dialTo());
  const alice = await world.phoneOf("alice");
  await alice.connect({ To: "nobody" });
  await alice.saw("disconnect");
  expect(await world.statusesOf("child", 2)).toEqual([
    ["initiated", 0],
    ["no-answer", 1],
  ]);
  expect(await world.webhook("dial-result")).toMatchObject({ DialCallStatus: "no-answer" });
});

test("every device of a person rings and stops when one of them answers", async () => {
  const world = await startWorld(dialTo());
  const [alice, desk, sofa] = await Promise.all([
    world.phoneOf("alice"),
    world.phoneOf("bob"),
    world.phoneOf("bob"),
  ]);
  await alice.connect({ To: "bob" });
  await Promise.all([desk.saw("incoming"), sofa.saw("incoming")]);
  expect((await desk.state()).callSid).toBe((await sofa.state()).callSid);
  await sofa.accept();
  await Promise.all([desk.saw("cancel"), alice.saw("accept")]);
  await Promise.all([alice.heard(), sofa.heard()]);
  expect(await world.statusesOf("child", 3)).toHaveLength(3);
});

test("one device's decline ends the ringing on the others", async () => {
  const world = await startWorld(dialTo());
  const [alice, desk, sofa] = await Promise.all([
    world.phoneOf("alice"),
    world.phoneOf("bob"),
    world.phoneOf("bob"),
  ]);
  await alice.connect({ To: "bob" });
  await Promise.all([desk.saw("incoming"), sofa.saw("incoming")]);
  await desk.reject();
  await Promise.all([sofa.saw("cancel"), alice.saw("disconnect")]);
  expect((await world.statusesOf("child", 3)).at(-1)).toEqual(["busy", 2]);
});

test("a muted caller is silent and is heard again when unmuted", async () => {
  const { alice, bob } = await talking();
  await bob.heard();
  await alice.page.evaluate(() => phone.call?.mute(true));
  await bob.silent();
  await alice.page.evaluate(() => phone.call?.mute(false));
  await bob.heard();
});

test("one person alone hears the echo", async () => {
  const world = await startWorld(dialTo());
  const alice = await world.phoneOf("alice");
  await alice.connect({ To: world.sandbox.config.echoIdentity });
  await alice.saw("accept");
  await alice.heard();
  await alice.hangUp();
  expect(await world.statusesOf("child", 4)).toEqual([
    ["initiated", 0],
    ["ringing", 1],
    ["in-progress", 2],
    ["completed", 3],
  ]);
});

test("a refusal is spoken before the call ends", async () => {
  const world = await startWorld(({ name }) => (name === "incoming" ? "<Say>No.</Say>" : ""));
  const alice = await world.phoneOf("alice");
  await alice.connect({ To: "bob" });
  await alice.saw("disconnect");
  expect((await alice.state()).events).toEqual(["registered", "accept", "disconnect"]);
  expect(world.context.calls.list()[0]).toMatchObject({ status: "completed", said: ["No."] });
});

test("a rejected call is never answered", async () => {
  const world = await startWorld(() => '<Reject reason="busy"/>');
  const alice = await world.phoneOf("alice");
  await alice.connect({ To: "bob" });
  await alice.saw("disconnect");
  expect((await alice.state()).events).not.toContain("accept");
  expect(await world.statusesOf("parent", 1)).toEqual([["busy", 0]]);
});

test("messages are acknowledged and keys reach the call's log", async () => {
  const { world, alice } = await talking();
  await alice.page.evaluate(() => {
    phone.call?.sendMessage({ content: { a: 1 }, messageType: "user-defined-message" });
    phone.call?.sendDigits("12#");
  });
  await alice.saw("messageSent");
  const [, parent] = world.context.calls.list();
  await expect.poll(() => parent?.events.map(({ text }) => text)).toContain("Digits: 12#");
});
