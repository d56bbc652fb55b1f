import type { LocalTrack, Room, TwilioError } from "twilio-video";
import { type Attendance, attendRoom } from "@/lib/calls/client/room/attendance";
import { enterRoom } from "@/lib/calls/client/room/enter-room";
import type { LocalMedia } from "@/lib/calls/client/room/media/local-media-view";
import type { OwnScreen } from "@/lib/calls/client/room/own-screen";
import type { RoomProblemCode } from "@/lib/calls/client/room/problems";
import { type Seat, sayGoodbye } from "@/lib/calls/client/room/room-api";
import { isWorthRejoining, mayComeBack, roomProblemOf } from "@/lib/calls/client/room/room-failure";
import { isJoined, type RoomEvent, type RoomState } from "@/lib/calls/client/room/room-state";
import { createSeats } from "@/lib/calls/client/room/seats";
import type { Ring } from "@/lib/calls/client/room/view";
import { wakeOr } from "@/lib/calls/client/room/wake-or";

interface VisitOptions {
  media: LocalMedia;
  screen: OwnScreen;
  call(): RoomState | null;
  dispatch(event: RoomEvent): void;
  nameOf(profileId: string): string;
  onChange(): void;
  /** The server has given a way into a room that was not known before. */
  onSeat(seat: Seat): void;
}

/** The way into the room and the stay there, of one call after another. */
export interface Visit {
  /** Asks for the way into a room that rings. */
  prepare(ring: Ring): void;
  /** @returns what went wrong; null when this person is in, or did not want to be any more */
  enter(): Promise<RoomProblemCode | null>;
  attendance(): Attendance | null;
  /** Whatever is still awaited is thrown away. */
  leave(): void;
}

/** How long the room waits for the microphone; it is heard from later on if it takes longer. */
const tracksPatienceMs = 700;
/** Waits before the attempts at coming back that follow the first, in milliseconds. */
const rejoinAfterMs = [2000, 5000, 15_000];

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export function createVisit(options: VisitOptions): Visit {
  const { media, screen, call, dispatch, nameOf, onChange } = options;
  /** Changes whenever a call is left, so that each step knows whether it still matters. */
  let attempt = 0;
  let attendance: Attendance | null = null;
  const seats = createSeats();

  function localTracks(): LocalTrack[] {
    const tracks = [media.microphone(), media.camera(), screen.track()];
    return tracks.filter((track) => track !== null);
  }

  async function openTracks(): Promise<LocalTrack[]> {
    const isStarting = () => {
      const { isMicrophoneStarting, isCameraStarting } = media.view.getSnapshot();
      return isMicrophoneStarting || isCameraStarting;
    };
    if (isStarting()) {
      const { promise: opened, resolve } = Promise.withResolvers<void>();
      const stop = media.view.subscribe(() => isStarting() || resolve());
      await Promise.race([opened, pause(tracksPatienceMs)]).finally(stop);
    }
    return localTracks();
  }

  function attend(room: Room) {
    attendance = attendRoom(room, {
      localTracks,
      nameOf,
      onChange,
      onTrouble: (trouble) => dispatch({ type: "troubled", trouble }),
      onSoundBlocked: (blocked) => dispatch({ type: "sound-blocked", blocked }),
      onUnsent: () => dispatch({ type: "problem", problem: "media" }),
      onLost: lost,
    });
    attendance.setSpeaker(media.view.getSnapshot().chosen.speaker);
    dispatch({ type: "entered", at: Date.now() });
    onChange();
  }

  function lost(error: TwilioError | undefined) {
    attendance = null;
    const at = Date.now();
    const now = call();
    const problem = error ? roomProblemOf(error) : "removed";
    // To a pair, being taken out looks like any other end, so that nobody learns of a block.
    const isPlainEnd = problem === "over" || (problem === "removed" && !now?.match.isGroup);
    if (isPlainEnd) dispatch({ type: "ended", reason: "ended", at });
    else if (mayComeBack(error)) void comeBack(problem);
    else dispatch({ type: "failed", problem, at });
  }

  /** The network is another one, or the page slept for longer than the session lasts. */
  async function comeBack(lostBy: RoomProblemCode) {
    const mine = attempt;
    const trouble = lostBy === "media" ? "media" : "signaling";
    let problem: RoomProblemCode | null = lostBy;
    for (const ms of [0, ...rejoinAfterMs]) {
      dispatch({ type: "troubled", trouble });
      if (ms > 0) await wakeOr(ms);
      if (mine !== attempt) return;
      problem = await enter();
      if (problem === null) return;
      if (problem !== "offline" && !isWorthRejoining(problem)) break;
    }
    if (mine !== attempt) return;
    const at = Date.now();
    if (problem === "over") dispatch({ type: "ended", reason: "ended", at });
    else dispatch({ type: "failed", problem: problem ?? lostBy, at });
  }

  async function enter(): Promise<RoomProblemCode | null> {
    const now = call();
    if (!now) return null;
    const mine = attempt;
    const isWanted = () => mine === attempt;
    try {
      const room = await enterRoom({
        match: now.match,
        kind: now.kind,
        sid: now.sid,
        seats,
        openTracks,
        onSeat(seat) {
          if (isWanted() && now.sid === null) options.onSeat(seat);
          if (!isWanted() && !isAskedForAgain(now)) void sayGoodbye(seat.sid);
          return isWanted();
        },
      });
      if (room && isWanted()) attend(room);
      else room?.disconnect();
      return null;
    } catch (error) {
      if (!isWanted()) return null;
      hushOthers();
      return roomProblemOf(error);
    }
  }

  /** Whoever gives a call up and starts it again is in the same room: there is one for a match. */
  function isAskedForAgain({ match }: RoomState): boolean {
    const now = call();
    return now !== null && isJoined(now) && now.match.matchId === match.matchId;
  }

  /** Nobody shall be rung by a caller who could not come. */
  function hushOthers() {
    const now = call();
    if (!now?.sid || now.isInside || now.openedAt !== null) return;
    if (now.direction === "outgoing") void sayGoodbye(now.sid);
  }

  return {
    prepare({ match, kind, sid }) {
      // Of several tabs that ring, the one that is looked at will be used.
      if (!document.hidden) seats.prepare({ matchId: match.matchId, kind, sid });
    },
    enter,
    attendance: () => attendance,
    leave() {
      attempt += 1;
      attendance?.leave();
      attendance = null;
    },
  };
}
