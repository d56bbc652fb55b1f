import "server-only";
import { reconcileRoom } from "@/lib/calls/reconcile/room";
import { twilioClient } from "@/lib/twilio/client";
import { identityOf } from "@/lib/twilio/identity";
import { asApiError, isTwilioError, resourceNotFound } from "@/lib/twilio/rest-errors";

/** Also Twilio's answer when a room is to be completed that is completed already. */
const statusInvalid = 53112;

/**
 * Completes a room at Twilio, for everybody in it. One that is over already, or unknown there, is
 * brought up to date, since its callbacks may have been lost.
 *
 * @throws ApiError `not_configured`, or `provider_error` when Twilio cannot do it
 * @throws PostgrestError when the database does not answer
 */
export async function completeRoom(sid: string): Promise<void> {
  try {
    await twilioClient().video.v1.rooms(sid).update({ status: "completed" });
  } catch (error) {
    if (!isTwilioError(error, resourceNotFound, statusInvalid)) throw asApiError(error);
    await reconcileRoom(sid);
  }
}

/**
 * Disconnects a participant; one that has left has been disconnected.
 *
 * @param participantSid - PA and 32 hex digits
 * @throws ApiError as completeRoom does
 */
export async function disconnectParticipant(sid: string, participantSid: string): Promise<void> {
  try {
    await twilioClient()
      .video.v1.rooms(sid)
      .participants(participantSid)
      .update({ status: "disconnected" });
  } catch (error) {
    if (!isTwilioError(error, resourceNotFound)) throw asApiError(error);
  }
}

/**
 * Disconnects a person from a room, whatever is known here of their participants.
 *
 * @throws ApiError as completeRoom does
 */
export async function disconnectPerson(sid: string, profileId: string): Promise<void> {
  try {
    const participants = await twilioClient()
      .video.v1.rooms(sid)
      .participants.list({ identity: identityOf(profileId), status: "connected", limit: 20 });
    await Promise.all(participants.map((one) => disconnectParticipant(sid, one.sid)));
  } catch (error) {
    if (!isTwilioError(error, resourceNotFound)) throw asApiError(error);
  }
}
