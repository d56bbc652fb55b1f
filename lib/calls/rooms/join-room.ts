import "server-only";
import { ApiError } from "@/lib/api/errors";
import { consume } from "@/lib/api/rate-limit";
import { afterMissedCall } from "@/lib/calls/after-event";
import { reconcileRoom } from "@/lib/calls/reconcile/room";
import { refusalError } from "@/lib/calls/refusal";
import { beginRoomCall } from "@/lib/calls/rooms/begin-room-call";
import { completeRoom } from "@/lib/calls/rooms/end-room";
import { type FoundRoom, findRoom, type RoomKind } from "@/lib/calls/rooms/find-room";
import { openRoom } from "@/lib/calls/rooms/open-room";
import { log } from "@/lib/log";
import { pushRingingCall } from "@/lib/push/after-call";

const startLimit = { name: "room-start", max: 20, windowSeconds: 60 };

interface WantedRoom {
  matchId: string;
  profileId: string;
  /** Of a call that starts with this. */
  kind: RoomKind;
  /** RoomSid: join this call and no other. */
  sid?: string | undefined;
}

export interface JoinedRoom {
  sid: string;
  callId: string;
  kind: RoomKind;
}

/**
 * The live room of a match, for somebody who may be in it. Where there is none, and none is named, a
 * call starts: the room is made and everybody else is rung.
 *
 * @throws ApiError `not_reachable` for strangers, blocks and ended matches alike, `calls_off` or
 *   `consent_needed` when the other has not allowed such calls, `call_over` when the named call is, `busy` when everybody who could be rung is in another call, `rate_limited`,
 *   `not_configured`, or `provider_error` when Twilio cannot do it
 * @throws PostgrestError when the database does not answer
 */
export async function joinRoom(wanted: WantedRoom): Promise<JoinedRoom> {
  const room = await liveRoom(wanted);
  if (room.outcome === "refused") throw refusal();
  if (room.outcome === "live" && (!wanted.sid || wanted.sid === room.sid)) {
    return { sid: room.sid, callId: room.call_id, kind: room.kind };
  }
  if (wanted.sid || room.outcome === "live") throw new ApiError("call_over", "This call is over.");
  if (room.outcome !== "none") throw refusalError(room);
  await consume(startLimit, wanted.profileId);
  return startCall(wanted, room.match_kind === "pair");
}

async function liveRoom({ matchId, profileId, kind }: WantedRoom): Promise<FoundRoom> {
  const room = await findRoom(matchId, profileId, kind);
  if (room.outcome !== "live" || !room.doubtful) return room;
  return (await isOver(room.sid)) ? findRoom(matchId, profileId, kind) : room;
}

async function isOver(sid: string): Promise<boolean> {
  try {
    return !(await reconcileRoom(sid)).isLive;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // A token needs no word of Twilio's, and who enters a room that is over is told so there.
    log.warn({ reason: error.code }, "room not looked up");
    return false;
  }
}

async function startCall(wanted: WantedRoom, isPair: boolean, again = true): Promise<JoinedRoom> {
  const { matchId, profileId: callerId, kind } = wanted;
  const sid = await openRoom(matchId, isPair);
  const call = await beginRoomCall({ sid, kind, callerId, matchId });
  if (call.outcome === "dial" || call.outcome === "joined") {
    if (call.alert) pushRingingCall(call.call_id);
    return { sid, callId: call.call_id, kind: call.kind };
  }
  // Not completed: somebody else may be in it by now, and an unused room ends by itself.
  if (call.outcome === "refused") throw refusal();
  if (call.outcome === "not_allowed" || call.outcome === "needs_consent") throw refusalError(call);
  await completeRoom(sid);
  if (call.outcome === "busy") {
    afterMissedCall(call.call_id);
    throw new ApiError("busy", "They are in another call.");
  }
  // A room that outlived its call: completing it must have failed then.
  if (again) return startCall(wanted, isPair, false);
  throw new ApiError("provider_error", "The call could not be started. Please try again.");
}

// One sentence for all reasons, so that nobody learns that they were blocked.
function refusal() {
  return new ApiError("not_reachable", "You cannot call here.");
}
