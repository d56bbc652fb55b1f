import { type Context, Hono } from "hono";
import type { TwilioContext } from "../context.ts";
import { iso8601 } from "../dates.ts";
import { notFound, TwilioError } from "../errors.ts";
import { pageMeta } from "../paging.ts";
import type { Participant, PublishedTrack } from "../rooms/participant.ts";
import type { Room } from "../rooms/room.ts";
import { readForm } from "./form.ts";
import { findRoom, isCreatedWithin, videoOrigin } from "./rooms.ts";

const urlOf = ({ roomSid, sid }: Participant) =>
  `${videoOrigin}/v1/Rooms/${roomSid}/Participants/${sid}`;

/** @see https://www.twilio.com/docs/video/api/participants#resource-properties */
function toJson(accountSid: string, participant: Participant) {
  const { endTime } = participant;
  const url = urlOf(participant);
  return {
    sid: participant.sid,
    room_sid: participant.roomSid,
    account_sid: accountSid,
    identity: participant.identity,
    status: participant.status,
    date_created: iso8601(participant.startTime),
    date_updated: iso8601(participant.dateUpdated),
    start_time: iso8601(participant.startTime),
    end_time: endTime === null ? null : iso8601(endTime),
    duration: participant.duration,
    url,
    links: {
      anonymize: `${url}/Anonymize`,
      published_tracks: `${url}/PublishedTracks`,
      subscribe_rules: `${url}/SubscribeRules`,
      subscribed_tracks: `${url}/SubscribedTracks`,
    },
  };
}

function trackJson(participant: Participant, track: PublishedTrack) {
  return {
    sid: track.sid,
    room_sid: participant.roomSid,
    participant_sid: participant.sid,
    kind: track.kind,
    name: track.name,
    enabled: track.enabled,
    date_created: iso8601(track.dateCreated),
    date_updated: iso8601(track.dateUpdated),
    url: `${urlOf(participant)}/PublishedTracks/${track.sid}`,
  };
}

/** Newest first; Twilio leaves those out who have left unless they are asked for. */
function listed(c: Context, room: Room): Participant[] {
  const identity = c.req.query("Identity");
  const asked = c.req.query("Status");
  const status = room.status === "completed" ? "disconnected" : asked || "connected";
  return room
    .everyone()
    .filter(
      (participant) =>
        // Whoever is reconnecting is still in the room.
        (participant.status === status ||
          (status === "connected" && participant.status === "reconnecting")) &&
        (!identity || participant.identity === identity) &&
        isCreatedWithin(c, participant.startTime),
    )
    .toReversed();
}

/** Participants of a Video Room: list, fetch by SID or identity, remove; and what they publish. */
export function participantRoutes({ config, rooms }: TwilioContext): Hono {
  const json = (participant: Participant) => toJson(config.accountSid, participant);
  const missing = (c: Context) => notFound(c.req.path.replace(/^\/v1/, ""));

  /** By SID whoever has been in the room, by identity only who is in it now. */
  const find = (c: Context): { room: Room; participant: Participant } => {
    const room = findRoom(c, rooms);
    const key = c.req.param("participant");
    const participant =
      room.everyone().find(({ sid }) => sid === key) ??
      room.participants().find(({ identity }) => identity === key);
    if (!participant) throw missing(c);
    return { room, participant };
  };

  return new Hono()
    .get("/Rooms/:room/Participants", (c) =>
      pageMeta(c, videoOrigin, "participants", listed(c, findRoom(c, rooms)).map(json)),
    )
    .get("/Rooms/:room/Participants/:participant", (c) => c.json(json(find(c).participant)))
    .post("/Rooms/:room/Participants/:participant", async (c) => {
      const status = (await readForm(c)).get("Status");
      if (status !== "disconnected") {
        throw new TwilioError(400, 53209, "Participant status is invalid");
      }
      const { room, participant } = find(c);
      if (participant.status === "disconnected") throw missing(c);
      room.remove(participant, null);
      return c.json(json(participant), 202);
    })
    .get("/Rooms/:room/Participants/:participant/PublishedTracks", (c) => {
      const { participant } = find(c);
      const tracks = participant.tracks().map((track) => trackJson(participant, track));
      return pageMeta(c, videoOrigin, "published_tracks", tracks);
    });
}
