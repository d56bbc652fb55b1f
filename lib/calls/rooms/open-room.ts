import "server-only";
import { ApiError } from "@/lib/api/errors";
import { env } from "@/lib/env";
import { videoCallbackUrl } from "@/lib/twilio/callback-url";
import { twilioClient } from "@/lib/twilio/client";
import { asApiError, isTwilioError, resourceNotFound } from "@/lib/twilio/rest-errors";

const roomExists = 53_113;
const longestCallSeconds = 4 * 3600;

/**
 * The room of a match that is in progress at Twilio, made when there is none. Two people may ask at
 * once: both get the same.
 * https://www.twilio.com/docs/video/api/rooms-resource
 *
 * @param isPair - a room for two
 * @returns its RoomSid
 * @throws ApiError `not_configured`, or `provider_error` when Twilio cannot do it
 */
export async function openRoom(matchId: string, isPair: boolean): Promise<string> {
  const { rooms } = twilioClient().video.v1;
  const { video } = env();
  if (!video) throw new ApiError("not_configured", "Video calls are not set up here.");
  const create = () =>
    rooms.create({
      uniqueName: matchId,
      type: "group",
      maxParticipants: isPair ? 2 : video.maxParticipants,
      maxParticipantDuration: longestCallSeconds,
      emptyRoomTimeout: 1,
      unusedRoomTimeout: 1,
      statusCallback: videoCallbackUrl(),
      statusCallbackMethod: "POST",
    });
  try {
    return (await unless(roomExists, create()))?.sid ?? (await existing()).sid;
  } catch (error) {
    throw asApiError(error);
  }

  async function existing() {
    // It may have ended since Twilio said that it exists.
    return (await unless(resourceNotFound, rooms(matchId).fetch())) ?? create();
  }
}

/** What Twilio answers, or null when it refuses with this error code. */
async function unless<T>(code: number, request: Promise<T>): Promise<T | null> {
  try {
    return await request;
  } catch (error) {
    if (isTwilioError(error, code)) return null;
    throw error;
  }
}
