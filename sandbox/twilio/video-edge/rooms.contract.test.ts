import { expect, test } from "vitest";
import { prepareBrowser, startRoom } from "./testing/guests.ts";

prepareBrowser();

async function together(options = {}) {
  const world = await startRoom();
  const [alice, bob] = await Promise.all([
    world.join("alice", options),
    world.join("bob", options),
  ]);
  await Promise.all([alice.sees("bob"), bob.sees("alice")]);
  return { ...world, alice, bob };
}

test("two people see and hear each other until one leaves", async () => {
  const { room, alice, bob } = await together();
  await Promise.all([alice.hears("bob"), bob.hears("alice")]);
  expect(await alice.size("bob")).toBe("640x360");
  expect((await alice.state()).sid).toBe(room.sid);
  await bob.leave();
  await alice.saw("participantDisconnected bob");
  expect(room.participants().map(({ identity }) => identity)).toEqual(["alice"]);
});

test("who comes later sees those who are there at once", async () => {
  const { join, alice, bob } = await together();
  const carol = await join("carol");
  const startedAt = performance.now();
  await Promise.all([
    carol.sees("alice", { frames: 1 }),
    carol.sees("bob", { frames: 1 }),
    alice.sees("carol", { frames: 1 }),
    bob.sees("carol", { frames: 1 }),
  ]);
  expect(performance.now() - startedAt).toBeLessThan(3000);
  await Promise.all([carol.hears("alice"), carol.hears("bob")]);
});

test("a muted microphone and a camera that is off are told, and come back", async () => {
  const { room, alice, bob } = await together();
  await bob.setEnabled("audio", false);
  await alice.saw("trackDisabled bob audio");
  const published = room
    .participants()
    .find(({ identity }) => identity === "bob")
    ?.tracks();
  const enabled = published?.filter((track) => track.enabled).map(({ kind }) => kind);
  expect(enabled).toEqual(["video"]);
  await bob.setEnabled("video", false);
  await alice.saw("trackDisabled bob video");
  await bob.setEnabled("audio", true);
  await bob.setEnabled("video", true);
  await alice.saw("trackEnabled bob video");
  await Promise.all([alice.hears("bob"), alice.sees("bob")]);
});

test("a shared screen is seen beside the camera, as often as it is shared", async () => {
  const { alice, bob } = await together();
  const sections: number[] = [];
  for (const round of [1, 2, 3]) {
    await bob.share("screen");
    await alice.saw("trackSubscribed bob video", 1 + round);
    await Promise.all([alice.sees("bob"), alice.sees("bob", { index: 1 })]);
    sections.push(await alice.sections());
    await bob.unshare("screen");
    await alice.saw("trackUnsubscribed bob video", round);
  }
  expect(new Set(sections).size).toBe(1);
  await Promise.all([alice.sees("bob"), bob.sees("alice")]);
});

test("two who share at the same moment see each other's screens", async () => {
  const { alice, bob } = await together();
  await Promise.all([alice.share("screen"), bob.share("screen")]);
  await Promise.all([alice.sees("bob", { index: 1 }), bob.sees("alice", { index: 1 })]);
});

test("who comes without a camera sees, and is seen once it is on", async () => {
  const { join, alice } = await together();
  const carol = await join("carol", { audio: true, video: false });
  await Promise.all([carol.sees("alice"), carol.sees("bob")]);
  await carol.share("camera");
  await alice.sees("carol");
});
