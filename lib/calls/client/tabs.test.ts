import { afterEach, describe, expect, it, vi } from "vitest";
import { joinTabs, type Tabs } from "@/lib/calls/client/tabs";

type Tab = Tabs<string, string> & { name: string; seen: string[]; commands: string[] };
const open: Tab[] = [];
let room = 0;

/** Node's own Web Locks and BroadcastChannel stand in for the browser's: same specifications. */
function openTab(name: string, lock = `test-${room}`): Tab {
  const seen: string[] = [];
  const commands: string[] = [];
  const tabs = joinTabs<string, string>({
    name: lock,
    locks: navigator.locks,
    openChannel: (channel) => new BroadcastChannel(channel),
    getState: () => `state of ${name}`,
    onRole: (role) => seen.push(role),
    onState: (state) => seen.push(state),
    onCommand: (command) => commands.push(command),
  });
  const tab = { ...tabs, name, seen, commands };
  open.push(tab);
  return tab;
}

const owners = () => open.filter((tab) => tab.role() === "owner").map((tab) => tab.name);
const until = vi.waitFor;

afterEach(() => {
  for (const tab of open.splice(0)) tab.stop();
  room += 1;
});

async function twoTabs(): Promise<[Tab, Tab]> {
  const first = openTab("first");
  await until(() => expect(owners()).toEqual(["first"]));
  return [first, openTab("second")];
}

describe("tabs of one person in one browser", () => {
  it("elect one owner, and a new tab sees its state at once", async () => {
    const [, second] = await twoTabs();
    await until(() => expect(second.seen).toEqual(["state of first"]));
    expect(owners()).toEqual(["first"]);
  });

  it("mirror every change of the owner's state", async () => {
    const [first, second] = await twoTabs();
    first.publish("ringing");
    second.publish("a follower's words count for nothing");
    await until(() => expect(second.seen).toContain("ringing"));
    expect(first.seen).toEqual(["owner"]);
  });

  it("send commands to the owner, which runs its own directly", async () => {
    const [first, second] = await twoTabs();
    second.send("decline");
    first.send("mute");
    await until(() => expect(first.commands).toEqual(["mute", "decline"]));
    expect(second.commands).toEqual([]);
  });

  it("hand over when the owner closes", async () => {
    const [first, second] = await twoTabs();
    first.stop();
    await until(() => expect(second.role()).toBe("owner"));
    second.send("accept");
    expect(second.commands).toEqual(["accept"]);
  });

  it("let one take over at once, and the other take its place later", async () => {
    const [first, second] = await twoTabs();
    await second.takeOver();
    await until(() => expect(owners()).toEqual(["second"]));
    expect(first.seen).toContain("follower");
    await until(() => expect(first.seen).toContain("state of second"));
    second.stop();
    await until(() => expect(first.role()).toBe("owner"));
  });

  it("know whether the owner still answers", async () => {
    const [first, second] = await twoTabs();
    expect(await second.ownerAnswers(1000)).toBe(true);
    expect(await first.ownerAnswers(1000)).toBe(true);
  });

  it("notice an owner that holds the lock but is frozen", async () => {
    const frozen = navigator.locks.request(`test-${room}`, () => new Promise(() => {}));
    const robbed = expect(frozen).rejects.toThrow("aborted");
    const second = openTab("second");
    expect(await second.ownerAnswers(20)).toBe(false);
    await second.takeOver();
    expect(second.role()).toBe("owner");
    await robbed;
  });
});

describe("tabs of different people", () => {
  it("each have their own owner and hear nothing of each other", async () => {
    const ada = openTab("ada", `ada-${room}`);
    const bob = openTab("bob", `bob-${room}`);
    await until(() => expect(owners()).toEqual(["ada", "bob"]));
    ada.publish("Ada's call");
    ada.send("mute");
    await until(() => expect(ada.commands).toEqual(["mute"]));
    expect(bob.seen).toEqual(["owner"]);
    expect(bob.commands).toEqual([]);
  });
});
