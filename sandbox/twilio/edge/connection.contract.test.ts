import { expect, test, vi } from "vitest";
import { dialClient, mintToken, startWorld } from "./testing/phones.ts";

// Browsers start, ring and negotiate in it.
vi.setConfig({ testTimeout: 30_000 });

const dialBob = ({ name }: { name: string }) => (name === "incoming" ? dialClient("bob") : "");

/** As an app asks for calls to survive a lost socket. */
const keepCalls = { maxCallSignalingTimeoutMs: 30_000 };

async function talking(options = {}) {
  const world = await startWorld(dialBob);
  const [alice, bob] = await Promise.all([
    world.phoneOf("alice", options),
    world.phoneOf("bob", options),
  ]);
  await alice.connect({ To: "bob" });
  await bob.saw("incoming");
  await bob.accept();
  await Promise.all([alice.saw("accept"), bob.saw("accept")]);
  return { world, alice, bob };
}

const refusals = [
  { what: "an expired token", options: { ttl: -10 }, code: 20104 },
  { what: "a token signed by someone else", options: { secret: "0".repeat(32) }, code: 20101 },
  { what: "a token of an unknown key", options: { key: `SK${"0".repeat(32)}` }, code: 20151 },
];

test.each(refusals)("$what is refused as $code", async ({ options, code }) => {
  const world = await startWorld(dialBob);
  const alice = await world.openPhone(mintToken(world.sandbox.config, "alice", options));
  const registering = alice.register();
  await alice.failed(code);
  expect((await alice.state()).events).not.toContain("registered");
  await Promise.all([expect(registering).rejects.toThrow(), alice.page.close()]);
});

test("a token that runs out is announced, and then the device takes no calls", async () => {
  const world = await startWorld(dialBob);
  const { config } = world.sandbox;
  const alice = await world.phoneOf("alice");
  const bob = await world.openPhone(mintToken(config, "bob", { ttl: 3 }), { tokenRefreshMs: 2500 });
  await bob.register();
  await bob.saw("tokenWillExpire");
  await bob.failed(20104);
  await alice.connect({ To: "bob" });
  await alice.saw("disconnect");
  expect((await world.statusesOf("child", 2)).at(-1)).toEqual(["no-answer", 1]);
});

test("a fresh token in time keeps the device registered", async () => {
  const world = await startWorld(dialBob);
  const { config } = world.sandbox;
  const bob = await world.openPhone(mintToken(config, "bob", { ttl: 3 }), { tokenRefreshMs: 2500 });
  await bob.register();
  await bob.saw("tokenWillExpire");
  const fresh = mintToken(config, "bob");
  await bob.page.evaluate((token) => phone.device?.updateToken(token), fresh);
  const alice = await world.phoneOf("alice");
  await alice.connect({ To: "bob" });
  await bob.saw("incoming");
  expect((await bob.state()).errors).toEqual([]);
});

test.each(["alice", "bob"])("a call survives the loss of %s's socket", async (who) => {
  const { world, alice, bob } = await talking(keepCalls);
  const [victim, other] = who === "alice" ? [alice, bob] : [bob, alice];
  world.context.faults.add({ target: "edge", kind: "cut", match: who, times: 1 });
  await victim.saw("reconnecting");
  await victim.saw("reconnected");
  await Promise.all([alice.heard(), bob.heard()]);
  await victim.hangUp();
  await other.saw("disconnect");
  expect((await world.statusesOf("child", 4)).at(-1)).toEqual(["completed", 3]);
});

test("a device that does not come back in time has left the call", async () => {
  const { world, alice, bob } = await talking({ maxCallSignalingTimeoutMs: 1000 });
  world.context.faults.add({ target: "edge", kind: "cut", match: "alice" });
  await alice.saw("reconnecting");
  await bob.saw("disconnect");
  expect((await world.statusesOf("child", 4)).at(-1)).toEqual(["completed", 3]);
});

test("without a reconnect window a lost socket ends the call at once", async () => {
  const { world, bob } = await talking();
  world.context.faults.add({ target: "edge", kind: "cut", match: "alice", times: 1 });
  await bob.saw("disconnect");
  expect(await world.statusesOf("parent", 1)).toEqual([["completed", 0]]);
});

test("an edge that loses every packet is silent both ways, and the call outlasts it", async () => {
  const { world, alice, bob } = await talking();
  await bob.heard();
  world.context.faults.add({
    target: "edge",
    kind: "slow",
    match: "voice alice",
    lossPercent: 100,
  });
  await Promise.all([alice.silent(), bob.silent()]);
  world.context.faults.clear();
  await Promise.all([alice.heard(), bob.heard()]);
});

test("a device that reappears is registered again and can be called", async () => {
  const world = await startWorld(dialBob);
  const [alice, bob] = await Promise.all([world.phoneOf("alice"), world.phoneOf("bob")]);
  world.context.faults.add({ target: "edge", kind: "cut", match: "bob", times: 1 });
  await bob.saw("registered", 2);
  await alice.connect({ To: "bob" });
  await bob.saw("incoming");
  expect((await bob.state()).events).toContain("unregistered");
});

test.each(["alice", "bob"])("%s's media moves to a new path by an ICE restart", async (who) => {
  const { world, alice, bob } = await talking();
  const phoneOf = who === "alice" ? alice : bob;
  await phoneOf.restartIce();
  await Promise.all([alice.receives(50), bob.receives(50)]);
  const events = world.context.calls.list().flatMap((call) => call.events);
  expect(events.map(({ text }) => text)).toContain("ICE restart");
});

test("another page takes a call over with its connect token", async () => {
  const { world, alice, bob } = await talking(keepCalls);
  const connectToken = await alice.page.evaluate(() => phone.call?.connectToken ?? "");
  const token = mintToken(world.sandbox.config, "alice");
  const other = await world.openPhone(token, keepCalls);
  await other.resume(connectToken);
  await other.saw("accept");
  await Promise.all([other.heard(), bob.heard()]);
  const statuses = world.context.calls.list().map(({ status }) => status);
  expect(statuses).toEqual(["in-progress", "in-progress"]);
});
