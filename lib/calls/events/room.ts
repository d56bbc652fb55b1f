import "server-only";
import { afterEvent } from "@/lib/calls/after-event";
import {
  type CallEvent,
  describeRecorded,
  type RecordedEvent,
  recordCallEvent,
} from "@/lib/calls/record-event";
import { completeRoom, disconnectParticipant } from "@/lib/calls/rooms/end-room";
import { type RoomEvent, type RoomWebhook, roomEvent } from "@/lib/calls/rooms/webhook-fields";
import { profileIdOf } from "@/lib/twilio/identity";

/** What each event says of its leg. A track, even one that goes, shows that the person is there. */
const statusOf: Record<RoomEvent["StatusCallbackEvent"], CallEvent["status"]> = {
  "room-created": "initiated",
  "room-ended": "completed",
  "participant-connected": "in-progress",
  "participant-disconnected": "completed",
  "track-added": "in-progress",
  "track-removed": "in-progress",
  "track-enabled": "in-progress",
  "track-disabled": "in-progress",
};

/**
 * Records a callback about a room or somebody in it. Who may not be there is put out at once; when
 * that fails, so does the callback, and Twilio sends it again.
 *
 * @returns what it did
 * @throws ApiError `provider_error` when Twilio cannot put somebody out
 * @throws PostgrestError when the database does not answer
 */
export async function recordRoomEvent(params: RoomWebhook): Promise<string> {
  const parsed = roomEvent.safeParse(params);
  if (!parsed.success) return "Ignored: not an event that is known here.";
  const event = toCallEvent(parsed.data);
  const result = await recordCallEvent(event);
  afterEvent(result);
  return `${describeRecorded(result)}${await putOut(event, result)}`;
}

function toCallEvent(event: RoomEvent): CallEvent {
  const { RoomSid, SequenceNumber, Timestamp, StatusCallbackEvent: name } = event;
  const participant = "ParticipantSid" in event ? event.ParticipantSid : undefined;
  const track = "TrackSid" in event ? event.TrackSid : undefined;
  const kind = "TrackKind" in event ? event.TrackKind : undefined;
  const duration = "ParticipantDuration" in event ? event.ParticipantDuration : undefined;
  return {
    providerSid: RoomSid,
    legSid: participant ?? RoomSid,
    event: name,
    status: statusOf[name],
    // Twilio numbers the events of a room; the rest tells them apart where the number is missing.
    idempotencyKey: [RoomSid, SequenceNumber, name, participant, track].join(":"),
    sequenceNumber: SequenceNumber,
    profileId: "ParticipantIdentity" in event ? personOf(event.ParticipantIdentity) : undefined,
    occurredAt: Timestamp,
    durationSeconds: duration,
    // Neither names nor identities: whoever takes part stands in call_participants.
    payload: {
      event: name,
      ...(track && { track }),
      ...(kind && { kind }),
      ...(duration && { duration }),
    },
  };
}

function personOf(identity: string): string | undefined {
  return profileIdOf(identity) ?? undefined;
}

async function putOut({ providerSid, legSid }: CallEvent, { remove }: RecordedEvent) {
  if (remove === "room") {
    await completeRoom(providerSid);
    return " The room was completed: its call is over.";
  }
  if (remove === "participant") {
    await disconnectParticipant(providerSid, legSid);
    return " The participant was put out: they may not be there.";
  }
  return "";
}
