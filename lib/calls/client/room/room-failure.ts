import { type RoomProblemCode, roomProblems } from "@/lib/calls/client/room/problems";

/** A failure that already knows what it means to a person. */
export class RoomFailure extends Error {
  readonly problem: RoomProblemCode;

  constructor(problem: RoomProblemCode, options?: ErrorOptions) {
    super(roomProblems[problem].sentence, options);
    this.name = "RoomFailure";
    this.problem = problem;
  }
}

// https://www.twilio.com/docs/api/errors, and util/twilio-video-errors.js of the SDK
const byTwilioCode: Record<number, RoomProblemCode> = {
  20101: "signed-out",
  20103: "unavailable",
  20104: "signed-out",
  20105: "unavailable",
  20106: "unavailable",
  20107: "unavailable",
  53000: "connection",
  53001: "connection",
  53002: "connection",
  53006: "unavailable",
  53104: "connection",
  53105: "full",
  53106: "over",
  53116: "unavailable",
  53118: "over",
  53204: "removed",
  53205: "another-device",
  53400: "media",
  53401: "media",
  53402: "media",
  53403: "media",
  53404: "media",
  53405: "media",
  53407: "media",
  53408: "media",
  53500: "connection",
  53501: "connection",
};

const codeOf = (error: unknown) =>
  typeof error === "object" && error !== null && "code" in error ? Number(error.code) : 0;

/** Names what an error of the SDK, or of our own steps, means to a person. */
export function roomProblemOf(error: unknown): RoomProblemCode {
  if (error instanceof RoomFailure) return error.problem;
  return byTwilioCode[codeOf(error)] ?? "unknown";
}

/** Whether a token was refused that a new one may take the place of. */
export const isTokenRefused = (error: unknown) => [20101, 20104].includes(codeOf(error));

/** Whether a connection that broke off is worth being made again. */
export function isWorthRejoining(problem: RoomProblemCode): boolean {
  return problem === "connection" || problem === "media";
}

/**
 * Whether a room that was left against one's will is to be entered again. A token that has run out
 * since keeps the SDK from coming back by itself; a fresh one does not.
 */
export const mayComeBack = (error: unknown) =>
  isTokenRefused(error) || isWorthRejoining(roomProblemOf(error));

/** What a person is told while the SDK reconnects. */
export const troubleOf = (error: unknown) =>
  roomProblemOf(error) === "media" ? ("media" as const) : ("signaling" as const);
