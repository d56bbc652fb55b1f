import { afterEach, describe, expect, it, vi } from "vitest";
import { joinRoomTabs, type RoomTabs } from "@/lib/calls/client/room/room-tabs";

type Tab = RoomTabs & { seen: (string | null)[] };
const open: Tab[] = [];
let browser = 0;
const call = { matchId: "match-1", name: "Ben" };
const noPatience = 20;
const until = vi.waitFor;

/** Node's own Web Locks and BroadcastChannel stand in for the browser's: same specifications. */
function openTab(): Tab {
  const seen: (string | null)[] = [];
  const tabs = joinRoomTabs({
    name: `test-room-${browser}`,
    locks: navigator.locks,
    openChannel: (channel) => new BroadcastChannel(channel),
    onElsewhere: (held) => seen.push(held?.name ?? null),
  });
  const tab = { ...tabs, seen };
  open.push(tab);
  return tab;
}

afterEach(() => {
  for (const tab of open.splice(0)) tab.stop();
  browser += 1;
});

describe("of the tabs of a browser", () => {
  it("one is in a room, and the others know", async () => {
    const [first, second] = [openTab(), openTab()];
    expect(await first.take(call, noPatience)).toBe(true);
    await until(() => expect(second.seen.at(-1)).toBe("Ben"));
    expect(await second.take({ matchId: "match-2", name: "Cara" }, noPatience)).toBe(false);
    expect(first.seen).toEqual([]);
  });

  it("one that is opened later knows it at once", async () => {
    await openTab().take(call, noPatience);
    const late = openTab();
    await until(() => expect(late.seen.at(-1)).toBe("Ben"));
  });

  it("the next may have a room when the first has left its own", async () => {
    const [first, second] = [openTab(), openTab()];
    await first.take(call, noPatience);
    await until(() => expect(second.seen.at(-1)).toBe("Ben"));
    first.giveUp();
    await until(() => expect(second.seen.at(-1)).toBeNull());
    expect(await second.take(call, noPatience)).toBe(true);
  });

  it("one that closes without a word is not waited for, even after asking in vain", async () => {
    const [first, second] = [openTab(), openTab()];
    const { promise: closing, resolve: close } = Promise.withResolvers<void>();
    // A crash: the lock is gone, and nothing was said.
    const lost = navigator.locks.request(`test-room-${browser}`, () => closing);
    expect(await second.take(call, noPatience)).toBe(false);
    close();
    await lost;
    await until(() => expect(second.seen.at(-1)).toBeNull());
    expect(await first.take(call, noPatience)).toBe(true);
  });

  it("one that is reloaded gets its place back from the page before it", async () => {
    const before = openTab();
    await before.take(call, noPatience);
    const taken = openTab().take(call, 2000);
    before.stop();
    expect(await taken).toBe(true);
  });
});
