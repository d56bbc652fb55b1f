import { createLoop } from "@/lib/calls/client/loop";
import { captureHeight } from "@/lib/calls/client/room/connect-options";
import { createLocalMedia } from "@/lib/calls/client/room/media/local-media";
import type { LocalMedia } from "@/lib/calls/client/room/media/local-media-view";
import { isHandheld } from "@/lib/calls/client/room/media/platform";
import { createOwnScreen, type OwnScreen } from "@/lib/calls/client/room/own-screen";
import { createPeople } from "@/lib/calls/client/room/people";
import { transition } from "@/lib/calls/client/room/room-machine";
import type { RoomRow } from "@/lib/calls/client/room/room-row";
import {
  type Beginning,
  isJoined,
  type RoomEvent,
  type RoomState,
  ringsOut,
} from "@/lib/calls/client/room/room-state";
import type { RoomTabs } from "@/lib/calls/client/room/room-tabs";
import { createRoomTimers, type Timeout } from "@/lib/calls/client/room/room-timers";
import { createVisit, type Visit } from "@/lib/calls/client/room/room-visit";
import { forgetRoom, saveRoom } from "@/lib/calls/client/room/saved-room";
import { keepSame, ownTile } from "@/lib/calls/client/room/tiles";
import { toldBy } from "@/lib/calls/client/room/told-by-row";
import type { RoomCall, RoomPerson } from "@/lib/calls/client/room/view";
import { createScreenLight } from "@/lib/calls/client/room/wake-lock";

export interface CoreOptions {
  me: RoomPerson;
  tabs: RoomTabs;
  /** The latest that is known of a room, by its SID. */
  rowOf(sid: string): RoomRow | null;
  show(call: RoomCall | null): void;
}

/** The call, and everything that goes along with its state. */
export interface RoomCore {
  call(): RoomState | null;
  dispatch(event: RoomEvent): void;
  media: LocalMedia;
  screen: OwnScreen;
  visit: Visit;
  /** Takes this browser's one place in a room. @returns false when another tab has it */
  begin(beginning: Beginning, phase: "lobby" | "joining"): Promise<boolean>;
  /** Takes over what a row says of the call that is on. */
  follow(row: RoomRow | null): void;
  /** Keeps what a page needs that is loaded in the place of this one. */
  save(): void;
  stop(): void;
}

/** A tab that is closing needs a moment to give its place up, in milliseconds. */
const placePatienceMs = 1500;

/** @param onTimeout - hears when the call has waited long enough for something */
export function createRoomCore(
  { me, tabs, rowOf, show }: CoreOptions,
  onTimeout: (timeout: Timeout) => void,
): RoomCore {
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
      dispatch({ type: "admitted", sid, kind, isMine: true, at: Date.now() });
      follow(rowOf(sid));
    },
  });

  function dispatch(event: RoomEvent) {
    const before = call;
    call = transition(before, event);
    if (call === before) return;
    if (before && before.phase !== "ended" && (!call || call.phase === "ended")) release();
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
    const room = visit.attendance()?.room ?? null;
    // While this person comes back, the others stay where they were.
    const present = visit.attendance()?.tiles() ?? call.tiles.filter(({ isMe }) => !isMe);
    const own = ownTile({ me, media: media.view.getSnapshot(), screen: screen.track(), room });
    const tiles = keepSame(call.tiles, [own, ...present]);
    if (tiles !== call.tiles) dispatch({ type: "tiles", tiles, at: Date.now() });
  }

  function follow(row: RoomRow | null) {
    if (!row || !call || call.sid !== row.sid) return;
    for (const event of toldBy(row, { me: me.id, nameOf: people.nameOf, at: Date.now() })) {
      dispatch(event);
    }
  }

  const stops = [
    media.onTrack(() => visit.attendance()?.send()),
    media.view.subscribe(() => {
      visit.attendance()?.setSpeaker(media.view.getSnapshot().chosen.speaker);
      refresh();
    }),
  ];

  return {
    call: () => call,
    dispatch,
    media,
    screen,
    visit,
    async begin(beginning, phase) {
      const { match, sid } = beginning;
      const held = { matchId: match.matchId, name: match.name };
      if (!(await tabs.take(held, placePatienceMs))) return false;
      people.know(match.people);
      dispatch({ type: "opened", beginning, phase });
      if (sid) follow(rowOf(sid));
      void media.setMaxHeight(captureHeight(match, isHandheld()));
      refresh();
      return true;
    },
    follow,
    save() {
      if (!call?.sid || !isJoined(call)) return;
      const { match, sid, kind, direction, startedAt, openedAt } = call;
      const { isCameraOn, isMuted } = media.view.getSnapshot();
      const room = { match, sid, kind, direction, startedAt, openedAt, isCameraOn, isMuted };
      saveRoom(room, Date.now());
    },
    stop() {
      for (const stop of stops) stop();
      timers.stop();
      ringback.stop();
      light.keepOn(false);
    },
  };
}
