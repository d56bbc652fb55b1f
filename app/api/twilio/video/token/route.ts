import { z } from "zod";
import { success } from "@/lib/api/answer";
import { ApiError } from "@/lib/api/errors";
import { route } from "@/lib/api/route";
import { roomKind } from "@/lib/calls/rooms/find-room";
import { joinRoom } from "@/lib/calls/rooms/join-room";
import { roomSid } from "@/lib/calls/rooms/webhook-fields";
import { videoAccessToken } from "@/lib/twilio/access-token";
import { identityOf } from "@/lib/twilio/identity";

/** Starts the call of a match, or joins the one that goes on. */
export const POST = route(
  {
    access: "user",
    summary: "Give a browser a token for the room of a match; where there is none, a call starts",
    body: z.object({
      room: z.uuid("must be the id of a match").toLowerCase(),
      identity: z.string().max(121).optional(),
      kind: roomKind.default("video").describe("Of a call that starts with this"),
      call: roomSid.optional().describe("RoomSid: join this call and start none"),
    }),
    response: z.object({
      token: z.string(),
      identity: z.string(),
      room: z.uuid(),
      sid: roomSid,
      callId: z.uuid(),
      kind: roomKind,
    }),
    errors: [
      "foreign_identity",
      "not_reachable",
      "calls_off",
      "consent_needed",
      "busy",
      "call_over",
      "not_configured",
      "provider_error",
    ],
    kind: "tokens",
  },
  async ({ userId, body }) => {
    const identity = identityOf(userId);
    if (body.identity !== undefined && body.identity !== identity) {
      throw new ApiError("foreign_identity", "You can only get a token for yourself.");
    }
    const { room, kind, call } = body;
    const joined = await joinRoom({ matchId: room, profileId: userId, kind, sid: call });
    const token = videoAccessToken(identity, joined.sid);
    const answer = success({ token, identity, room, ...joined });
    // Compressing a secret beside text that the request chose would let its length tell about it.
    answer.headers.set("Cache-Control", "no-store, no-transform");
    return answer;
  },
);
