import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { lastSeen } from "@/lib/chat/last-seen";
import { startHeartbeat } from "@/lib/chat/presence";
import { openUserChannel } from "@/lib/realtime/user-channel";
import type { Connect } from "@/lib/supabase/connect";

const channel = vi.hoisted(() => ({
  on: {} as Record<string, (payload: unknown) => void>,
  joined: () => {},
}));
vi.mock("@/lib/realtime/channel", () => ({
  openChannel: (
    _connect: unknown,
    _topic: string,
    handlers: { on: typeof channel.on; onGap: () => void },
  ) => {
    Object.assign(channel, { on: handlers.on, joined: handlers.onGap });
    return { close: () => {} };
  },
}));

type Row = { profile_id: string; last_seen_at: string | null };
const ben = "ben";
const now = "2026-11-20T22:03:00Z";
const benIsHere: Row[] = [{ profile_id: ben, last_seen_at: now }];

const stops: (() => void)[] = [];
beforeEach(() => vi.stubGlobal("document", { visibilityState: "visible" }));
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A page whose heartbeats are answered by hand, in any order. */
function openPage() {
  const heartbeats: ((rows: Row[]) => Promise<void>)[] = [];
  const rpc = () =>
    new Promise((resolve) => {
      heartbeats.push(async (rows) => {
        resolve({ data: rows });
        await new Promise(setImmediate);
      });
    });
  const connect = (async () => ({ rpc })) as unknown as Connect;
  stops.push(openUserChannel(connect, "ada"), startHeartbeat(connect));
  return {
    /** The nth heartbeat of the page, once it has been sent. */
    heartbeat: (nth: number) =>
      vi.waitFor(() => {
        const answer = heartbeats[nth];
        if (!answer) throw new Error("No heartbeat");
        return answer;
      }),
    seen: () => lastSeen.getSnapshot(),
    tell: (at: string | null) => channel.on.arrived?.({ profile_id: ben, last_seen_at: at }),
  };
}

test("who hides while a heartbeat is under way does not come back with its answer", async () => {
  const { heartbeat, tell, seen } = openPage();
  const answer = await heartbeat(0);
  tell(null);
  await answer(benIsHere);
  expect(seen()).toEqual({});
});

test("who arrives while a heartbeat is under way stays", async () => {
  const { heartbeat, tell, seen } = openPage();
  const answer = await heartbeat(0);
  tell(now);
  await answer([]);
  expect(seen()).toEqual({ [ben]: now });
});

test("who hid before the channel was joined is found out by asking again", async () => {
  const { heartbeat, seen } = openPage();
  await (await heartbeat(0))(benIsHere);
  expect(seen()).toEqual({ [ben]: now });
  channel.joined();
  await (await heartbeat(1))([]);
  expect(seen()).toEqual({});
});

test("the answer to an earlier heartbeat does not replace that to a later one", async () => {
  const { heartbeat, seen } = openPage();
  const early = await heartbeat(0);
  channel.joined();
  await (await heartbeat(1))([]);
  await early(benIsHere);
  expect(seen()).toEqual({});
});
