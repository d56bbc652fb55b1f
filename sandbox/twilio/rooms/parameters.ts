import type { Room, RoomEvent } from "./room.ts";

/**
 * What a room's status callback carries; counts the room's sequence up. Durations in seconds.
 * @see https://www.twilio.com/docs/video/api/status-callbacks
 */
export function roomParameters(
  accountSid: string,
  room: Room,
  event: RoomEvent,
): Record<string, string> {
  return {
    AccountSid: accountSid,
    RoomName: room.uniqueName,
    RoomSid: room.sid,
    RoomStatus: room.status,
    RoomType: room.type,
    StatusCallbackEvent: event.name,
    Timestamp: new Date(room.dateUpdated).toISOString(),
    SequenceNumber: String(room.sequence++),
    ...(event.name === "room-ended" && { RoomDuration: String(room.duration) }),
    ...("participant" in event && participantParameters(event)),
    ...("track" in event && {
      TrackSid: event.track.sid,
      TrackKind: event.track.kind,
      TrackName: event.track.name,
    }),
  };
}

function participantParameters({
  participant,
}: Extract<RoomEvent, { participant: unknown }>): Record<string, string> {
  return {
    ParticipantSid: participant.sid,
    ParticipantIdentity: participant.identity,
    ParticipantStatus: participant.status,
    ...(participant.duration !== null && { ParticipantDuration: String(participant.duration) }),
  };
}
