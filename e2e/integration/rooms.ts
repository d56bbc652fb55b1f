import { identityOf } from "../../lib/twilio/identity.ts";
import type { Participant } from "../../sandbox/twilio/rooms/participant.ts";
import type { Room } from "../../sandbox/twilio/rooms/room.ts";
import { newSid } from "../../sandbox/twilio/sids.ts";
import type { RouteAnswer } from "./call-route.ts";
import type { Person } from "./people.ts";
import { callRoute, type SandboxEnv } from "./sandbox-env.ts";

export const newRoomSid = () => newSid("RM");

/** What the token route answers; `code` is that of an error. */
export interface Seat {
  status: number;
  code: string | undefined;
  answer: RouteAnswer;
  token: string;
  sid: string;
  callId: string;
  kind: string;
}

/** Room calls between people in a sandbox, by the app's routes and the sandbox's rooms. */
export async function startRooms(sandbox: SandboxEnv) {
  const token = await import("../../app/api/twilio/video/token/route.ts");
  const hangup = await import("../../app/api/calls/[sid]/hangup/route.ts");
  const decline = await import("../../app/api/calls/[sid]/decline/route.ts");
  sandbox.serve({
    "/api/twilio/video/status": () => import("../../app/api/twilio/video/status/route.ts"),
  });
  const { rooms } = sandbox.twilio.context;

  const roomOf = (sid: string): Room => {
    const room = rooms.find(sid);
    if (!room) throw new Error(`No room ${sid}`);
    return room;
  };
  const act = (handler: unknown, verb: string, sid: string, person?: Person) =>
    callRoute(handler, {
      path: `/api/calls/${sid}/${verb}`,
      params: { sid },
      ...(person && { token: person.accessToken }),
    });

  return {
    roomOf,
    /** The rooms of a match, newest first. */
    roomsOf: (matchId: string) => rooms.list().filter(({ uniqueName }) => uniqueName === matchId),
    /** Asks for a token. */
    async ask(person: Person | undefined, body: Record<string, unknown>): Promise<Seat> {
      const answer = await callRoute(token.POST, {
        path: "/api/twilio/video/token",
        body,
        ...(person && { token: person.accessToken }),
      });
      const json = answer.json as Partial<Seat> & { error?: { code: string } };
      const { token: jwt = "", sid = "", callId = "", kind = "" } = json;
      return {
        status: answer.status,
        code: json.error?.code,
        answer,
        token: jwt,
        sid,
        callId,
        kind,
      };
    },
    /** A person's browser connects, as the token would let it; told of the end by `onEnd`. */
    enter(
      sid: string,
      person: Person,
      onEnd: (code: number | null) => void = () => {},
    ): Participant {
      return roomOf(sid).connect(identityOf(person.id), {
        end: (reason) => onEnd(reason?.code ?? null),
      });
    },
    /** Who is in a room, by profile id. */
    presentIn: (sid: string) =>
      roomOf(sid)
        .participants()
        .map(({ identity }) => identity),
    hangUp: (sid: string, person?: Person) => act(hangup.POST, "hangup", sid, person),
    decline: (sid: string, person?: Person) => act(decline.POST, "decline", sid, person),
    /** Where each person stands in a call. */
    async standing(sid: string): Promise<Record<string, string>> {
      const rows = await sandbox.supabase.query<{ profile_id: string; status: string }>(
        `select p ->> 'profile_id' as profile_id, p ->> 'status' as status
         from calls, jsonb_array_elements(participants) p where provider_sid = $1`,
        [sid],
      );
      return Object.fromEntries(rows.map(({ profile_id, status }) => [profile_id, status]));
    },
  };
}
