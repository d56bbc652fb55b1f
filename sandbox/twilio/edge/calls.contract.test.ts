import { expect, test } from "vitest";
import { dialClient, startWorld } from "./testing/phones.ts";

const dialTo = ({ name, params }: { name: string; params: Record<string, string> }) =>
  name === "incoming" ? dialClient(params.To ?? "") : "";

test("two browsers call, hear each other, and the caller hangs up", async () => {
  const world = await startWorld(dialTo);
  const alice = await world.phoneOf("alice");
  const bob = await world.phoneOf("bob");
  await alice.connect({ To: "bob", matchId: "m1" });
  await Promise.all([bob.saw("incoming"), alice.saw("ringing")]);
  await bob.accept();
  await Promise.all([alice.saw("accept"), bob.saw("accept")]);
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
  const incoming = await world.webhook("incoming");
  const { sid } = world.context.calls.list().find((call) => call.parentCallSid === null) ?? {};
  expect(incoming).toEqual({
    CallSid: sid,
    AccountSid: world.sandbox.config.accountSid,
    ApplicationSid: world.sandbox.config.twimlAppSid,
    From: "client:alice",
    Caller: "client:alice",
    To: "bob",
    Called: "bob",
    CallStatus: "ringing",
    Direction: "inbound",
    ApiVersion: "2010-04-01",
    matchId: "m1",
  });
  expect(await world.webhook("dial-result")).toMatchObject({
    DialCallStatus: "completed",
    DialBridged: "true",
    CallStatus: "completed",
  });
}, 60_000);
