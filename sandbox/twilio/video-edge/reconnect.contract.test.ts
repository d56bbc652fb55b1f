import { expect, test } from "vitest";
import { prepareBrowser, startRoom } from "./testing/guests.ts";

prepareBrowser();

async function together(config = {}) {
  const world = await startRoom({}, config);
  const [alice, bob] = await Promise.all([world.join("alice"), world.join("bob")]);
  await Promise.all([alice.sees("bob"), bob.sees("alice")]);
  const cut = (times?: number) => {
    alice.mayComplain(/group: signaling, level: error, name: closed/);
    world.context.faults.add({ target: "edge", kind: "cut", match: "video alice", times });
  };
  return { ...world, alice, bob, cut };
}

test("a lost socket is told to the others, and taken up again with the media as it was", async () => {
  const { alice, bob, cut } = await together();
  cut(1);
  await Promise.all([alice.saw("reconnecting"), bob.saw("participantReconnecting alice")]);
  await Promise.all([alice.saw("reconnected"), bob.saw("participantReconnected alice")]);
  await Promise.all([alice.sees("bob"), bob.sees("alice"), bob.hears("alice")]);
});

test("what happened meanwhile is known to who is back", async () => {
  const { context, join, alice, bob, cut } = await together();
  cut();
  await alice.saw("reconnecting");
  const carol = await join("carol");
  await bob.leave();
  await carol.saw("participantDisconnected bob");
  const sharing = alice.share("screen");
  context.faults.clear();
  await alice.saw("participantConnected carol");
  await Promise.all([alice.saw("participantDisconnected bob"), sharing]);
  await Promise.all([alice.sees("carol"), carol.sees("alice", { index: 1 })]);
});

test("who does not come back in time has left", async () => {
  const { room, alice, bob, cut } = await together({ videoSessionSeconds: 1 });
  cut();
  await bob.saw("participantReconnecting alice");
  await bob.saw("participantDisconnected alice");
  expect(room.participants()).toHaveLength(1);
  expect(await alice.failed()).toMatchObject({ code: 53001 });
});

test("who comes back with a token that has run out stays out", async () => {
  const { context, alice, cut } = await together();
  context.faults.add({ target: "token", kind: "expire", match: "video alice" });
  cut(1);
  expect(await alice.failed()).toMatchObject({ code: 20104 });
});

test("an edge that loses every packet stops the pictures until it is mended", async () => {
  const { context, alice, bob } = await together();
  context.faults.add({ target: "edge", kind: "slow", match: "video alice", lossPercent: 100 });
  await Promise.all([alice.rests("bob"), bob.rests("alice")]);
  context.faults.clear();
  await Promise.all([alice.sees("bob"), bob.sees("alice"), bob.hears("alice")]);
});

test("an edge that refuses keeps new guests out, and those who are in stay", async () => {
  const { context, room, open, token, alice, bob } = await together();
  context.faults.add({ target: "edge", kind: "refuse", match: "video" });
  const carol = await open();
  carol.mayComplain(/group: signaling, level: error, name: closed/);
  await carol.connect(token("carol"), { name: room.sid });
  expect(await carol.failed()).toMatchObject({ code: 53000 });
  await Promise.all([alice.sees("bob"), bob.sees("alice")]);
});

test("a lost path of the media is replaced by an ICE restart", async () => {
  const { alice, bob } = await together();
  await alice.restartIce();
  await Promise.all([alice.sees("bob"), bob.sees("alice")]);
});
