/** Why a participant's connection ends, or is refused, by Twilio's error dictionary. */
export interface EndReason {
  code: number;
  message: string;
}

/** @see https://www.twilio.com/docs/api/errors, whose titles the SDK repeats */
export const reasons = {
  roomFull: { code: 53105, message: "Room contains too many Participants" },
  roomCompleted: { code: 53118, message: "Room completed" },
  trackKind: { code: 53125, message: "The track kind is not supported by the Room" },
  duplicateIdentity: {
    code: 53205,
    message: "Participant disconnected because of duplicate identity",
  },
  sessionTooLong: { code: 53216, message: "Participant session length exceeded" },
  trackNameTaken: { code: 53304, message: "Track name is duplicated" },
} as const satisfies Record<string, EndReason>;

/** A refusal by the room; the edge passes code and message on to the SDK. */
export class RoomError extends Error {
  readonly code: number;

  constructor({ code, message }: EndReason) {
    super(message);
    this.name = "RoomError";
    this.code = code;
  }
}
