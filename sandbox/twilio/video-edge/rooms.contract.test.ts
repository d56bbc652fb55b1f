import { expect, test } from "vitest";
import { prepareBrowser, startRoom } from "./testing/guests.ts";

prepareBrowser();

test("two people see and hear each other until one leaves", async () => {
  const { join } = await startRoom();
  const alice = await join("alice");
  const bob = await join("bob");
  await alice.saw("participantConnected bob");
  await Promise.all([alice.sees("bob"), bob.sees("alice")]);
  await Promise.all([alice.hears("bob"), bob.hears("alice")]);
  expect(await alice.size("bob")).toBe("640x360");
  await bob.leave();
  await alice.saw("participantDisconnected bob");
});
