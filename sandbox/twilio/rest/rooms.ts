import { type Context, Hono } from "hono";
import type { TwilioContext } from "../context.ts";
import { iso8601 } from "../dates.ts";
import { notFound, TwilioError } from "../errors.ts";
import { pageMeta } from "../paging.ts";
import type { Room } from "../rooms/room.ts";
import type { Rooms } from "../rooms/rooms.ts";
import { readForm } from "./form.ts";
import { readRoomSettings } from "./rooms-settings.ts";

export const videoOrigin = "https://video.twilio.com";

/** @see https://www.twilio.com/docs/video/api/rooms-resource#room-properties */
function toJson(accountSid: string, room: Room) {
  const { settings } = room;
  const url = `${videoOrigin}/v1/Rooms/${room.sid}`;
  return {
    sid: room.sid,
    account_sid: accountSid,
    unique_name: room.uniqueName,
    status: room.status,
    type: room.type,
    date_created: iso8601(room.dateCreated),
    date_updated: iso8601(room.dateUpdated),
    end_time: room.endTime === null ? null : iso8601(room.endTime),
    duration: room.duration,
    enable_turn: true,
    max_participants: settings.maxParticipants,
    max_participant_duration: settings.maxParticipantDuration,
    // Twilio's word for without a limit, which is how the sandbox is.
    max_concurrent_published_tracks: 0,
    empty_room_timeout: settings.emptyRoomTimeout,
    unused_room_timeout: settings.unusedRoomTimeout,
    audio_only: settings.audioOnly,
    large_room: settings.largeRoom,
    record_participants_on_connect: settings.recordParticipantsOnConnect,
    video_codecs: settings.videoCodecs,
    media_region: settings.mediaRegion,
    status_callback: settings.statusCallback,
    status_callback_method: settings.statusCallbackMethod,
    url,
    links: {
      participants: `${url}/Participants`,
      recordings: `${url}/Recordings`,
      recording_rules: `${url}/RecordingRules`,
      transcriptions: `${url}/Transcriptions`,
    },
  };
}

/**
 * Whether a resource was created on or after DateCreatedAfter and before DateCreatedBefore.
 * @param created milliseconds since the epoch
 */
export function isCreatedWithin(c: Context, created: number): boolean {
  const after = c.req.query("DateCreatedAfter");
  const before = c.req.query("DateCreatedBefore");
  return (!after || created >= Date.parse(after)) && (!before || created < Date.parse(before));
}

/**
 * The room that a path's `:room` names.
 * @throws TwilioError 20404
 */
export function findRoom(c: Context, rooms: Rooms): Room {
  const room = rooms.find(c.req.param("room") ?? "");
  if (!room) throw notFound(c.req.path.replace(/^\/v1/, ""));
  return room;
}

/** Video Rooms: create, fetch by SID or name, list (in progress unless asked), complete. */
export function roomRoutes({ config, rooms }: TwilioContext): Hono {
  const json = (room: Room) => toJson(config.accountSid, room);

  return new Hono()
    .get("/Rooms", (c) => {
      const status = c.req.query("Status") || "in-progress";
      const name = c.req.query("UniqueName");
      const matching = rooms
        .list()
        .filter(
          (room) =>
            room.status === status &&
            (!name || room.uniqueName === name) &&
            isCreatedWithin(c, room.dateCreated),
        );
      return pageMeta(c, videoOrigin, "rooms", matching.map(json));
    })
    .post("/Rooms", async (c) => {
      const settings = readRoomSettings(await readForm(c));
      if (settings.uniqueName !== null && rooms.inProgress(settings.uniqueName)) {
        throw new TwilioError(400, 53113, "Room exists");
      }
      return c.json(json(rooms.create(settings)), 201);
    })
    .get("/Rooms/:room", (c) => c.json(json(findRoom(c, rooms))))
    .post("/Rooms/:room", async (c) => {
      const status = (await readForm(c)).get("Status");
      const room = findRoom(c, rooms);
      if (status !== "completed" || room.status !== "in-progress") {
        throw new TwilioError(400, 53112, "Status is invalid");
      }
      room.complete();
      return c.json(json(room), 202);
    });
}
