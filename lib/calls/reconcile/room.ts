import "server-only";
import type { RoomInstance } from "twilio/lib/rest/video/v1/room";
import type { ParticipantInstance } from "twilio/lib/rest/video/v1/room/participant";
import type { Look } from "@/lib/calls/reconcile/call";
import { recordCallEvent } from "@/lib/calls/record-event";
import { twilioClient } from "@/lib/twilio/client";
import { profileIdOf } from "@/lib/twilio/identity";
import { asApiError, isTwilioError, resourceNotFound } from "@/lib/twilio/rest-errors";

interface RoomLook extends Look {
  /** ParticipantSids of those who are there and may not be. */
  strangers: string[];
}

/**
 * Records who was and who is in a room, and how it ended, as Twilio's REST API tells it: for rooms
 * whose callbacks were lost. A room that Twilio does not know is over too, at the latest now.
 * Repeating it changes nothing.
 *
 * @throws ApiError `provider_error`, `unavailable` when Twilio does not answer
 * @throws PostgrestError when the database does not answer
 */
export async function reconcileRoom(sid: string): Promise<RoomLook> {
  const room = await fetchRoom(sid);
  const look: RoomLook = { isLive: room?.status === "in-progress", recorded: [], strangers: [] };
  for (const participant of room ? await participantsOf(room) : []) {
    const recorded = await recordStay(sid, participant);
    look.recorded.push(recorded);
    if (recorded.remove === "participant") look.strangers.push(participant.sid);
  }
  if (!look.isLive) look.recorded.push(await recordEnd(sid, room));
  return look;
}

async function fetchRoom(sid: string): Promise<RoomInstance | null> {
  try {
    return await twilioClient().video.v1.rooms(sid).fetch();
  } catch (error) {
    if (isTwilioError(error, resourceNotFound)) return null;
    throw asApiError(error);
  }
}

/** Those who have left, then those who are there: Twilio lists them apart. */
async function participantsOf(room: RoomInstance): Promise<ParticipantInstance[]> {
  const list = (status: "connected" | "disconnected") =>
    room.participants().list({ status, limit: 1000 });
  try {
    const gone = await list("disconnected");
    return room.status === "in-progress" ? [...gone, ...(await list("connected"))] : gone;
  } catch (error) {
    throw asApiError(error);
  }
}

function recordStay(sid: string, { sid: legSid, ...participant }: ParticipantInstance) {
  const { endTime, startTime, duration, status } = participant;
  return recordCallEvent({
    providerSid: sid,
    legSid,
    event: "reconciled",
    status: endTime ? "completed" : "in-progress",
    idempotencyKey: `${legSid}:reconcile:${status}`,
    profileId: profileIdOf(participant.identity) ?? undefined,
    occurredAt: (endTime ?? startTime ?? participant.dateCreated).toISOString(),
    ...(endTime && { durationSeconds: duration }),
    source: "reconcile",
    payload: { ParticipantStatus: status, ParticipantDuration: duration },
  });
}

function recordEnd(sid: string, room: RoomInstance | null) {
  return recordCallEvent({
    providerSid: sid,
    legSid: sid,
    event: "room-ended",
    status: "completed",
    idempotencyKey: `${sid}:reconcile:room-ended`,
    occurredAt: room?.endTime?.toISOString(),
    source: "reconcile",
    payload: { RoomStatus: room?.status ?? "not-found" },
  });
}
