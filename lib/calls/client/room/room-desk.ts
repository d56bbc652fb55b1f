import { isLive } from "@/lib/calls/client/call-state";
import type { LocalMedia } from "@/lib/calls/client/room/media/local-media-view";
import { createRinger } from "@/lib/calls/client/room/ringer";
import type { RoomEngine } from "@/lib/calls/client/room/room-engine";
import { isJoined } from "@/lib/calls/client/room/room-state";
import { joinRoomTabs } from "@/lib/calls/client/room/room-tabs";
import { watchRooms } from "@/lib/calls/client/room/room-watch";
import { loadSavedRoom } from "@/lib/calls/client/room/saved-room";
import {
  emptyRoomView,
  type MissedRoom,
  type Ring,
  type RoomCommand,
  type RoomPerson,
  type RoomView,
} from "@/lib/calls/client/room/view";
import { voiceView } from "@/lib/calls/client/voice";
import type { Cell } from "@/lib/cell";
import { callApi } from "@/lib/http/call-api";

interface DeskOptions {
  me: RoomPerson;
  view: Cell<RoomView>;
  onMissed(call: MissedRoom): void;
}

/** Knows what rings and which rooms are live, and fetches the room itself when one is wanted. */
export interface RoomDesk {
  /** @returns whether it could be done */
  command(command: RoomCommand): Promise<boolean>;
  localMedia(): LocalMedia | null;
  stop(): void;
}

/** Opens the desk of this tab. */
export function openRoomDesk({ me, view, onMissed }: DeskOptions): RoomDesk {
  const change = (part: Partial<RoomView>) => view.update((now) => ({ ...now, ...part }));
  let candidate: Ring | null = null;
  /** Why a ring could not be answered. */
  let failure: Pick<Ring, "callId" | "problem"> | null = null;
  let engine: RoomEngine | null = null;
  let loading: Promise<RoomEngine | null> | null = null;
  let opening: Promise<boolean> | null = null;
  let stopped = false;

  const tabs = joinRoomTabs({
    name: `duet-room:${me.id}`,
    locks: navigator.locks,
    openChannel: (name) => new BroadcastChannel(name),
    onElsewhere: (elsewhere) => change({ elsewhere }),
  });
  const ringer = createRinger(`duet-ring:${me.id}`, (isRingtoneBlocked) =>
    change({ isRingtoneBlocked }),
  );
  const watch = watchRooms({
    me: me.id,
    onMissed,
    onRing(ring) {
      candidate = ring && failure?.callId === ring.callId ? { ...ring, ...failure } : ring;
      if (ring) void prepare(ring);
      update();
    },
    onLive: (live) => change({ live }),
    onRow: (row) => engine?.hear(row),
  });

  function isBusy(): boolean {
    const { call, elsewhere } = view.getSnapshot();
    return elsewhere !== null || isLive(voiceView.getSnapshot().call) || (!!call && isJoined(call));
  }

  /** A person who is in a call is not disturbed by another. */
  function update() {
    const ring = isBusy() ? null : candidate;
    if (view.getSnapshot().ring !== ring) change({ ring });
    ringer.ring(ring !== null);
  }

  function load(): Promise<RoomEngine | null> {
    loading ??= start();
    return loading;
  }

  async function start(): Promise<RoomEngine | null> {
    try {
      const { createRoomEngine } = await import("@/lib/calls/client/room/room-engine");
      if (stopped) return null;
      engine = createRoomEngine({
        me,
        tabs,
        rowOf: watch.rowOf,
        show: (call) => change({ call }),
      });
      return engine;
    } catch {
      // Not to be had without a network: tried again with the next wish.
      loading = null;
      return null;
    }
  }

  async function open(command: RoomCommand): Promise<boolean> {
    if (isBusy()) return false;
    const loaded = await load();
    return (await loaded?.run(command)) ?? false;
  }

  /** A second click means what the first one did. */
  function openOnce(command: RoomCommand): Promise<boolean> {
    opening ??= open(command).finally(() => {
      opening = null;
    });
    return opening;
  }

  async function prepare(ring: Ring) {
    const loaded = await load();
    if (candidate === ring && !isBusy()) loaded?.prepare(ring);
  }

  async function accept(): Promise<boolean> {
    const ring = candidate;
    const loaded = await load();
    if (!ring || !loaded || isBusy()) return false;
    watch.settle(ring.callId);
    const problem = await loaded.accept(ring);
    if (!problem) return true;
    failure = { callId: ring.callId, problem };
    watch.settle(ring.callId, false);
    return false;
  }

  async function decline(): Promise<boolean> {
    if (!candidate) return false;
    const { callId, sid } = candidate;
    watch.settle(callId);
    const { ok } = await callApi("POST", `/api/calls/${sid}/decline`);
    return ok;
  }

  const stops = [view.subscribe(update), voiceView.subscribe(update)];
  const saved = loadSavedRoom(Date.now());
  if (saved) void load().then((loaded) => loaded?.comeBack(saved));

  return {
    async command(command) {
      if (command.type === "decline") return decline();
      if (command.type === "accept") return accept();
      if (command.type === "open") return openOnce(command);
      if (command.type === "hear" && view.getSnapshot().ring) ringer.hear();
      return (await engine?.run(command)) ?? command.type === "hear";
    },
    localMedia: () => engine?.media ?? null,
    stop() {
      stopped = true;
      for (const stop of stops) stop();
      engine?.stop();
      watch.stop();
      ringer.stop();
      tabs.stop();
      view.update(() => emptyRoomView);
    },
  };
}
