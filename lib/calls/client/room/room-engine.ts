import { loadVideoSdk } from "@/lib/calls/client/room/enter-room";
import type { LocalMedia } from "@/lib/calls/client/room/media/local-media-view";
import { type RoomProblemCode, roomProblems } from "@/lib/calls/client/room/problems";
import { sayGoodbye } from "@/lib/calls/client/room/room-api";
import { type CoreOptions, createRoomCore } from "@/lib/calls/client/room/room-core";
import { roomProblemOf } from "@/lib/calls/client/room/room-failure";
import type { RoomRow } from "@/lib/calls/client/room/room-row";
import { isJoined } from "@/lib/calls/client/room/room-state";
import type { Timeout } from "@/lib/calls/client/room/room-timers";
import type { SavedRoom } from "@/lib/calls/client/room/saved-room";
import type { Ring, RoomCommand } from "@/lib/calls/client/room/view";

/** The room of this tab. */
export interface RoomEngine {
  /** @returns whether it could be done */
  run(command: RoomCommand): Promise<boolean>;
  /** A room rings: whatever takes time can be done before somebody accepts. */
  prepare(ring: Ring): void;
  /** Goes into a room that rang. @returns what went wrong, when it may be tried again */
  accept(ring: Ring): Promise<RoomProblemCode | null>;
  /** Goes on after a reload. */
  comeBack(saved: SavedRoom): Promise<void>;
  /** Something new is known about a room. */
  hear(row: RoomRow): void;
  media: LocalMedia;
  stop(): void;
}

type OpenCommand = Extract<RoomCommand, { type: "open" }>;

/** Drives the call by the person's wishes and by the clock. */
export function createRoomEngine(options: CoreOptions): RoomEngine {
  const core = createRoomCore(options, onTimeout);
  const { call, dispatch, media, screen, visit } = core;

  function fail(problem: RoomProblemCode) {
    const at = Date.now();
    dispatch({ type: "failed", problem, at });
  }

  async function enter() {
    const problem = await visit.enter();
    if (problem) fail(problem);
  }

  async function open({ match, kind, sid = "" }: OpenCommand): Promise<boolean> {
    const now = call();
    if (now && isJoined(now)) return false;
    leave();
    const direction = sid ? "incoming" : "outgoing";
    const times = { startedAt: Date.now(), openedAt: null };
    const beginning = { match, kind, direction, sid: sid || null, ...times } as const;
    if (!(await core.begin(beginning, kind === "voice" ? "joining" : "lobby"))) return false;
    if (kind === "voice") {
      void media.setMuted(false);
      void enter();
    }
    return true;
  }

  function join() {
    const now = call();
    if (now?.phase !== "lobby") return;
    // The lobby opens the microphone once that is allowed; whoever passes it by is asked here.
    const { permissions, problems } = media.view.getSnapshot();
    const isUnasked = permissions.microphone !== "granted" && permissions.microphone !== "denied";
    if (isUnasked && !problems.microphone) void media.setMuted(false);
    dispatch({ type: "joining", at: Date.now() });
    if (now.sid) core.follow(options.rowOf(now.sid));
    void enter();
  }

  function leave() {
    const now = call();
    if (!now || now.phase === "ended") return;
    if (now.phase === "lobby") return dispatch({ type: "dismissed" });
    const isGivenUp = now.direction === "outgoing" && now.openedAt === null;
    dispatch({ type: "ended", reason: isGivenUp ? "canceled" : "hangup", at: Date.now() });
    if (now.sid) void sayGoodbye(now.sid);
  }

  function onTimeout(timeout: Timeout) {
    const at = Date.now();
    const sid = call()?.sid;
    if (timeout === "read") return dispatch({ type: "dismissed" });
    if (timeout === "missing") return dispatch({ type: "missing" });
    if (timeout === "stuck") fail("connection");
    if (timeout === "no-answer") dispatch({ type: "ended", reason: "no-answer", at });
    if (timeout === "abandoned") dispatch({ type: "ended", reason: "ended", at });
    if (sid) void sayGoodbye(sid);
  }

  async function share(on: boolean) {
    if (!on) return screen.stop();
    try {
      await screen.start();
      dispatch({ type: "problem", problem: null });
    } catch (error) {
      dispatch({ type: "problem", problem: roomProblemOf(error) });
    }
  }

  window.addEventListener("pagehide", core.save);
  // A page that sleeps may be thrown away without a further word.
  document.addEventListener("visibilitychange", core.save);
  // This code is here because a call is about to begin; without a network, entering says so.
  loadVideoSdk().catch(() => undefined);

  return {
    async run(command) {
      if (command.type === "open") return open(command);
      if (!call()) return false;
      if (command.type === "join") join();
      if (command.type === "leave") leave();
      if (command.type === "share") await share(command.on);
      if (command.type === "hear") visit.attendance()?.hear();
      if (command.type === "dismiss" && call()?.phase === "ended") dispatch({ type: "dismissed" });
      return true;
    },
    prepare: visit.prepare,
    async accept({ match, kind, sid }) {
      leave();
      const times = { startedAt: Date.now(), openedAt: null };
      const beginning = { match, kind, direction: "incoming", sid, ...times } as const;
      if (!(await core.begin(beginning, "joining"))) return null;
      void media.setMuted(false);
      const problem = await visit.enter();
      if (!problem) return null;
      fail(problem);
      if (roomProblems[problem].action !== "try-again") return null;
      dispatch({ type: "dismissed" });
      return problem;
    },
    async comeBack({ isCameraOn, isMuted, ...beginning }) {
      if (!(await core.begin(beginning, "joining"))) return;
      void media.setMuted(isMuted);
      if (isCameraOn) void media.setCamera(true);
      const problem = await visit.enter();
      if (problem === "over") dispatch({ type: "ended", reason: "ended", at: Date.now() });
      else if (problem) fail(problem);
    },
    hear: core.follow,
    media,
    stop() {
      leave();
      window.removeEventListener("pagehide", core.save);
      document.removeEventListener("visibilitychange", core.save);
      core.stop();
    },
  };
}
