import type { RoomProblemCode } from "@/lib/calls/client/room/problems";
import { RoomFailure } from "@/lib/calls/client/room/room-failure";
import type { RoomKind } from "@/lib/calls/client/room/view";
import { wakeOr } from "@/lib/calls/client/room/wake-or";
import { textOf } from "@/lib/fields";
import { type ApiFailure, callApi } from "@/lib/http/call-api";

/** A way into one room. */
export interface Seat {
  token: string;
  /** RoomSid. */
  sid: string;
  kind: RoomKind;
}

export interface SeatRequest {
  matchId: string;
  /** Used only when this starts a call. */
  kind: RoomKind;
  /** RoomSid of the live call to join; without it one is joined or started. */
  sid: string | null;
}

const byCode: Record<string, RoomProblemCode> = {
  unauthorized: "signed-out",
  forbidden: "not-allowed",
  not_reachable: "not-allowed",
  calls_off: "calls-off",
  consent_needed: "consent-needed",
  foreign_identity: "not-allowed",
  not_found: "not-allowed",
  busy: "busy",
  call_over: "over",
  room_full: "full",
  rate_limited: "too-many",
  provider_error: "unavailable",
  not_configured: "unavailable",
  unavailable: "unavailable",
};

/** Names what a failure of our own API means to a person. */
function apiProblemOf({ code }: ApiFailure): RoomProblemCode {
  if (code === "offline") return navigator.onLine ? "connection" : "offline";
  return byCode[code] ?? "unknown";
}

/** Asks the server for a way into the room of a match. @throws RoomFailure */
export async function fetchSeat({ matchId, kind, sid }: SeatRequest): Promise<Seat> {
  const answer = await callApi("POST", "/api/twilio/video/token", {
    room: matchId,
    kind,
    ...(sid && { call: sid }),
  });
  if (!answer.ok) throw new RoomFailure(apiProblemOf(answer.error));
  const [token, given] = [textOf(answer.data.token), textOf(answer.data.sid)];
  if (!token || !given) throw new RoomFailure("unavailable");
  leaving.delete(given);
  return { token, sid: given, kind: answer.data.kind === "voice" ? "voice" : "video" };
}

/** Waits before the attempts that follow the first, in milliseconds. */
const goodbyeAgainMs = [2000, 5000, 15_000, 30_000];
/** Nobody has heard it, or not everything has been done. */
const unheard = new Set([
  "offline",
  "unavailable",
  "rate_limited",
  "internal_error",
  "provider_error",
]);
/** Rooms whose goodbye is on its way. */
const leaving = new Set<string>();

/**
 * Tells the server that this person leaves, which ends a pair's call. It tries again when that
 * fails, as without a network, but not once this page has asked for a way into the same room; in
 * the end the provider's own callbacks tell that the participant has gone.
 *
 * @param sid - RoomSid
 */
export async function sayGoodbye(sid: string): Promise<void> {
  leaving.add(sid);
  for (const ms of [0, ...goodbyeAgainMs]) {
    if (ms > 0) await wakeOr(ms);
    if (!leaving.has(sid)) return;
    const answer = await callApi("POST", `/api/calls/${sid}/hangup`, {}, { keepalive: true });
    if (answer.ok || !unheard.has(answer.error.code)) break;
  }
  leaving.delete(sid);
}
