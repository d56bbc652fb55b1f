import "server-only";
import { z } from "zod";
import { wholeNumber } from "@/lib/calls/webhook-fields";

const text = z.string().optional();

/** What Twilio's room callbacks carry, as far as it is read here. The handler looks closer itself. */
export const roomWebhook = z.looseObject({
  RoomSid: text,
  RoomName: text.describe("Id of the match"),
  RoomStatus: text,
  StatusCallbackEvent: text,
  SequenceNumber: text,
  Timestamp: text.describe("ISO 8601"),
  RoomDuration: text.describe("Seconds"),
  ParticipantSid: text,
  ParticipantIdentity: text,
  ParticipantDuration: text.describe("Seconds"),
  TrackSid: text,
  TrackKind: text,
});
export type RoomWebhook = z.infer<typeof roomWebhook>;

const sid = (prefix: string) => z.string().regex(new RegExp(`^${prefix}[0-9a-f]{32}$`));
export const roomSid = sid("RM");

const always = {
  RoomSid: roomSid,
  SequenceNumber: wholeNumber,
  Timestamp: z.iso.datetime({ offset: true }).optional().catch(undefined),
};
const participant = {
  ParticipantSid: sid("PA"),
  ParticipantIdentity: z.string(),
};

/**
 * Events that say something about who is in a room.
 * https://www.twilio.com/docs/video/api/status-callbacks
 */
export const roomEvent = z.discriminatedUnion("StatusCallbackEvent", [
  z.object({
    ...always,
    StatusCallbackEvent: z.enum(["room-created", "room-ended"]),
    RoomDuration: wholeNumber,
  }),
  z.object({
    ...always,
    ...participant,
    StatusCallbackEvent: z.enum(["participant-connected", "participant-disconnected"]),
    ParticipantDuration: wholeNumber,
  }),
  z.object({
    ...always,
    ...participant,
    StatusCallbackEvent: z.enum([
      "track-added",
      "track-removed",
      "track-enabled",
      "track-disabled",
    ]),
    TrackSid: sid("MT"),
    TrackKind: z.enum(["audio", "video", "data"]).optional().catch(undefined),
  }),
]);
export type RoomEvent = z.infer<typeof roomEvent>;
