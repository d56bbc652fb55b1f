import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { EchoGuest } from "./echo/guest.ts";
import { readIvf } from "./echo/picture.ts";
import { prepareBrowser, startRoom } from "./testing/guests.ts";

prepareBrowser();

test("who speaks is told to the others", async () => {
  const { join } = await startRoom();
  const alice = await join("alice", { dominantSpeaker: true, audio: false });
  const bob = await join("bob", { video: false });
  await alice.saw("dominant bob");
  const carol = await join("carol", { video: false });
  await bob.setEnabled("audio", false);
  await alice.saw("dominant carol");
  await carol.leave();
});

test("the quality of one's own and the others' network is told", async () => {
  const { join } = await startRoom();
  const options = { networkQuality: { local: 1, remote: 1 } as const };
  const [alice] = await Promise.all([join("alice", options), join("bob", options)]);
  await alice.saw("quality alice 5");
  await alice.saw("quality bob 5");
});

test("a picture that is not shown is not sent, and comes back when it is", async () => {
  const { join } = await startRoom();
  const [alice, bob] = await Promise.all([
    join("alice", { bandwidthProfile: { video: { mode: "grid" } } }),
    join("bob"),
  ]);
  await alice.saw("trackSwitchedOff bob video");
  await alice.rests("bob");
  await alice.show("bob");
  await alice.saw("trackSwitchedOn bob video");
  await alice.sees("bob");
  await alice.hide("bob");
  await alice.saw("trackSwitchedOff bob video", 2);
  await bob.sees("alice");
});

test.each([
  { what: "simulcast", preferredVideoCodecs: [{ codec: "VP8", simulcast: true }] },
  { what: "simulcast that adapts", preferredVideoCodecs: "auto" },
] as const)("$what is forwarded in full size", async ({ preferredVideoCodecs }) => {
  const { join } = await startRoom();
  const [alice, bob] = await Promise.all([
    join("alice"),
    join("bob", {
      preferredVideoCodecs: preferredVideoCodecs === "auto" ? "auto" : [...preferredVideoCodecs],
    }),
  ]);
  await Promise.all([alice.sees("bob"), bob.sees("alice")]);
  await expect.poll(() => alice.size("bob")).toBe("640x360");
  await bob.share("screen");
  await alice.sees("bob", { index: 1 });
});

test("six people keep seeing and hearing each other", { timeout: 180_000 }, async () => {
  const { join } = await startRoom();
  const names = ["ann", "ben", "cleo", "dan", "eve", "finn"];
  const guests = await Promise.all(
    names.map(async (name) => ({ name, guest: await join(name, { isDrawn: true }) })),
  );
  const everybodyMeets = () =>
    Promise.all(
      guests.map(({ name, guest }) => {
        const others = names.filter((each) => each !== name);
        return guest.meets(others, { frames: 5 });
      }),
    );
  await everybodyMeets();
  await everybodyMeets();
});

test("the guest without a browser is seen, and sends back what is said", async () => {
  const { join, room, sandbox } = await startRoom();
  const alice = await join("alice");
  const { video } = sandbox;
  const film = readIvf(await readFile(new URL("./echo/picture.ivf", import.meta.url)));
  new EchoGuest(video.conferenceOf(room), "echo", video.clock, film, () => {});
  await Promise.all([alice.sees("echo", { frames: 40 }), alice.hears("echo")]);
  expect(await alice.size("echo")).toBe("640x360");
});
