import "server-only";
import type { RoomInstance } from "twilio/lib/rest/video/v1/room";
import type { ParticipantInstance } from "twilio/lib/rest/video/v1/room/participant";
import { recordCallEvent } from "@/lib/calls/record-event";
import { twilioClient } from "@/lib/twilio/client";
import { profileIdOf } from "@/lib/twilio/identity";
import { asApiError, isTwilioError } from "@/lib/twilio/rest-errors";

/** Twilio's error code for a resource that is not there. */
export const roomNotFound = 20404;

/**
 * Records how a room ended and who was in it, as Twilio's REST API tells it: for rooms whose
 * callbacks were lost. A room that Twilio does not know is over too, at the latest now. Nothing is
 * recorded of one that goes on. Repeating it changes nothing.
 *
 * @returns whether the room is over
 * @throws ApiError `provider_error` when Twilio does not answer
 * @throws PostgrestError when the database does not answer
 */
export async function reconcileRoom(sid: string): Promise<boolean> {
  const room = await fetchRoom(sid);
  if (room?.status === "in-progress") return false;
  for (const participant of room ? await participantsOf(room) : []) {
    await recordStay(sid, participant);
  }
  await recordCallEvent({
    providerSid: sid,
    legSid: sid,
    event: "room-ended",
    status: "completed",
    idempotencyKey: `${sid}:reconcile:room-ended`,
    occurredAt: room?.endTime?.toISOString(),
    source: "reconcile",
    payload: { RoomStatus: room?.status ?? "not-found" },
  });
  return true;
}

async function fetchRoom(sid: string): Promise<RoomInstance | null> {
  try {
    return await twilioClient().video.v1.rooms(sid).fetch();
  } catch (error) {
    if (isTwilioError(error, roomNotFound)) return null;
    throw asApiError(error);
  }
}

async function participantsOf(room: RoomInstance): Promise<ParticipantInstance[]> {
  try {
    return await room.participants().list({ status: "disconnected", limit: 1000 });
  } catch (error) {
    throw asApiError(error);
  }
}

async function recordStay(sid: string, participant: ParticipantInstance): Promise<void> {
  const { endTime, duration } = participant;
  if (!endTime) return;
  await recordCallEvent({
    providerSid: sid,
    legSid: participant.sid,
    event: "reconciled",
    status: "completed",
    idempotencyKey: `${participant.sid}:reconcile:disconnected`,
    profileId: profileIdOf(participant.identity) ?? undefined,
    occurredAt: endTime.toISOString(),
    durationSeconds: duration,
    source: "reconcile",
    payload: { ParticipantStatus: participant.status, ParticipantDuration: duration },
  });
}
