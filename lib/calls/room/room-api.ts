import type { RoomProblemCode } from "@/lib/calls/room/problems";
import { RoomFailure } from "@/lib/calls/room/room-failure";
import type { RoomKind } from "@/lib/calls/room/view";
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
  return { token, sid: given, kind: answer.data.kind === "voice" ? "voice" : "video" };
}

const attempts = 3;
const retryMs = 2000;

/**
 * Tells the server that this person leaves, which ends a pair's call. It tries again when no answer
 * comes; in the end the provider's own callbacks tell that the participant has gone.
 *
 * @param sid - RoomSid
 */
export async function sayGoodbye(sid: string): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const answer = await callApi("POST", `/api/calls/${sid}/hangup`);
    if (answer.ok || answer.error.code !== "offline") return;
    await new Promise((resolve) => setTimeout(resolve, retryMs * attempt));
  }
}
