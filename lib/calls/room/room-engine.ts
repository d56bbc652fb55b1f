import { createLoop } from "@/lib/calls/client/loop";
import { captureHeight } from "@/lib/calls/room/connect-options";
import { createLocalMedia } from "@/lib/calls/room/media/local-media";
import type { LocalMedia } from "@/lib/calls/room/media/local-media-view";
import { isHandheld } from "@/lib/calls/room/media/platform";
import { createOwnScreen } from "@/lib/calls/room/own-screen";
import { createPeople } from "@/lib/calls/room/people";
import { type RoomProblemCode, roomProblems } from "@/lib/calls/room/problems";
import { sayGoodbye } from "@/lib/calls/room/room-api";
import { roomProblemOf } from "@/lib/calls/room/room-failure";
import { transition } from "@/lib/calls/room/room-machine";
import type { RoomRow } from "@/lib/calls/room/room-row";
import {
  type Beginning,
  isJoined,
  type RoomEvent,
  type RoomState,
  ringsOut,
} from "@/lib/calls/room/room-state";
import type { RoomTabs } from "@/lib/calls/room/room-tabs";
import { createRoomTimers, type Timeout } from "@/lib/calls/room/room-timers";
import { createVisit } from "@/lib/calls/room/room-visit";
import { forgetRoom, type SavedRoom, saveRoom } from "@/lib/calls/room/saved-room";
import { keepSame, ownTile } from "@/lib/calls/room/tiles";
import { toldBy } from "@/lib/calls/room/told-by-row";
import type { Ring, RoomCall, RoomCommand, RoomPerson } from "@/lib/calls/room/view";
import { createScreenLight } from "@/lib/calls/room/wake-lock";

interface EngineOptions {
  me: RoomPerson;
  tabs: RoomTabs;
  /** The latest that is known of a room, by its SID. */
  rowOf(sid: string): RoomRow | null;
  show(call: RoomCall | null): void;
}

/** The room of this tab. */
export interface RoomEngine {
  /** @returns whether it could be done */
  run(command: RoomCommand): Promise<boolean>;
  /** Goes into a room that rang. @returns what went wrong, when it may be tried again */
  accept(ring: Ring): Promise<RoomProblemCode | null>;
  /** Goes on after a reload. */
  comeBack(saved: SavedRoom): Promise<void>;
  hear(row: RoomRow): void;
  media(): LocalMedia;
  stop(): void;
}

/** A tab that is closing needs a moment to give its place up. */
const placePatienceMs = 1500;

/** Drives the state machine with the SDK, and the SDK with the person's wishes. */
export function createRoomEngine({ me, tabs, rowOf, show }: EngineOptions): RoomEngine {
  let call: RoomState | null = null;
  const media = createLocalMedia();
  const ringback = createLoop("/sounds/ringback.wav", () => undefined);
  const light = createScreenLight();
  const timers = createRoomTimers(onTimeout);
  const people = createPeople(refresh);
  const screen = createOwnScreen(() => {
    visit.attendance()?.send();
    dispatch({ type: "shared", on: screen.track() !== null });
    refresh();
  });
  const visit = createVisit({
    media,
    screen,
    call: () => call,
    dispatch,
    nameOf: people.nameOf,
    onChange: refresh,
    onSeat({ sid, kind }) {
      dispatch({ type: "admitted", sid, kind, isMine: true });
      follow(rowOf(sid));
    },
  });

  function dispatch(event: RoomEvent) {
    const before = call;
    call = transition(before, event);
    if (call === before) return;
    const isLost = before && before.phase !== "ended" && (!call || call.phase === "ended");
    if (isLost) release();
    timers.follow(call);
    light.keepOn(call !== null && isJoined(call));
    if (call && ringsOut(call)) ringback.start();
    else ringback.stop();
    show(call);
  }

  function release() {
    visit.leave();
    screen.stop();
    media.release();
    forgetRoom();
    tabs.giveUp();
  }

  function refresh() {
    if (!call) return;
    // While this person comes back, the others stay where they were.
    const present = visit.attendance()?.tiles() ?? call.tiles.filter(({ isMe }) => !isMe);
    const own = ownTile({
      me,
      media: media.view.getSnapshot(),
      screen: screen.track(),
      room: visit.attendance()?.room ?? null,
    });
    const tiles = keepSame(call.tiles, [own, ...present]);
    if (tiles !== call.tiles) dispatch({ type: "tiles", tiles, at: Date.now() });
  }

  async function begin(beginning: Beginning, phase: "lobby" | "joining"): Promise<boolean> {
    const { match } = beginning;
    const held = { matchId: match.matchId, name: match.name };
    if (!(await tabs.take(held, placePatienceMs))) return false;
    people.know(match.people);
    dispatch({ type: "opened", beginning, phase });
    if (beginning.sid) follow(rowOf(beginning.sid));
    void media.setMaxHeight(captureHeight(match, isHandheld()));
    refresh();
    return true;
  }

  async function open({ match, kind, ...command }: Extract<RoomCommand, { type: "open" }>) {
    if (call && call.phase !== "ended") return false;
    const sid = command.sid ?? null;
    const direction = sid ? "incoming" : "outgoing";
    const beginning = {
      match,
      kind,
      direction,
      sid,
      startedAt: Date.now(),
      openedAt: null,
    } as const;
    if (!(await begin(beginning, kind === "voice" ? "joining" : "lobby"))) return false;
    if (kind === "voice") {
      void media.setMuted(false);
      void enter();
    }
    return true;
  }

  /** The lobby opens the devices, but not before it was asked to. */
  function join() {
    if (call?.phase !== "lobby") return;
    const { permissions, problems } = media.view.getSnapshot();
    const isAllowed = permissions.microphone !== "denied" && !problems.microphone;
    if (permissions.microphone !== "granted" && isAllowed) void media.setMuted(false);
    dispatch({ type: "joining", at: Date.now() });
    if (call.sid) follow(rowOf(call.sid));
    void enter();
  }

  async function enter() {
    const problem = await visit.enter();
    if (problem) dispatch({ type: "failed", problem, at: Date.now() });
  }

  function leave() {
    if (!call || call.phase === "ended") return;
    if (call.phase === "lobby") return dispatch({ type: "dismissed" });
    const { sid, openedAt, direction } = call;
    const given = direction === "outgoing" && openedAt === null ? "canceled" : "hangup";
    dispatch({ type: "ended", reason: given, at: Date.now() });
    if (sid) void sayGoodbye(sid);
  }

  function onTimeout(timeout: Timeout) {
    const at = Date.now();
    const sid = call?.sid;
    if (timeout === "read") return dispatch({ type: "dismissed" });
    if (timeout === "missing") return dispatch({ type: "missing" });
    if (timeout === "stuck") dispatch({ type: "failed", problem: "connection", at });
    if (timeout === "no-answer") dispatch({ type: "ended", reason: "no-answer", at });
    if (timeout === "abandoned") dispatch({ type: "ended", reason: "ended", at });
    if (sid) void sayGoodbye(sid);
  }

  /** Takes over what a row says of the call that is on. */
  function follow(row: RoomRow | null) {
    if (!row || !call || call.sid !== row.sid) return;
    for (const event of toldBy(row, { me: me.id, nameOf: people.nameOf, at: Date.now() })) {
      dispatch(event);
    }
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

  function save() {
    if (!call?.sid || !isJoined(call)) return;
    const { match, sid, kind, direction, startedAt, openedAt } = call;
    const { isCameraOn, isMuted } = media.view.getSnapshot();
    const room = { match, sid, kind, direction, startedAt, openedAt, isCameraOn, isMuted };
    saveRoom(room, Date.now());
  }

  async function run(command: RoomCommand): Promise<boolean> {
    if (command.type === "open") return open(command);
    if (!call) return false;
    if (command.type === "join") join();
    if (command.type === "leave") leave();
    if (command.type === "share") await share(command.on);
    if (command.type === "hear") visit.attendance()?.hear();
    if (command.type === "dismiss" && call.phase === "ended") dispatch({ type: "dismissed" });
    return true;
  }

  window.addEventListener("pagehide", save);
  const stops = [
    media.onTrack(() => visit.attendance()?.send()),
    media.view.subscribe(() => {
      visit.attendance()?.setSpeaker(media.view.getSnapshot().chosen.speaker);
      refresh();
    }),
    () => window.removeEventListener("pagehide", save),
  ];

  return {
    run,
    async accept({ match, kind, sid }) {
      if (call?.phase === "lobby") leave();
      const now = { startedAt: Date.now(), openedAt: null };
      const beginning = { match, kind, direction: "incoming", sid, ...now } as const;
      if (!(await begin(beginning, "joining"))) return null;
      void media.setMuted(false);
      const problem = await visit.enter();
      if (!problem) return null;
      if (roomProblems[problem].action === "try-again") {
        dispatch({ type: "ended", reason: "ended", at: Date.now() });
        dispatch({ type: "dismissed" });
        return problem;
      }
      dispatch({ type: "failed", problem, at: Date.now() });
      return null;
    },
    async comeBack({ isCameraOn, isMuted, ...beginning }) {
      if (!(await begin(beginning, "joining"))) return;
      void media.setMuted(isMuted);
      if (isCameraOn) void media.setCamera(true);
      const problem = await visit.enter();
      if (problem === "over") dispatch({ type: "ended", reason: "ended", at: Date.now() });
      else if (problem) dispatch({ type: "failed", problem, at: Date.now() });
    },
    hear: follow,
    media: () => media,
    stop() {
      leave();
      for (const stop of stops) stop();
      timers.stop();
      ringback.stop();
      light.keepOn(false);
    },
  };
}
