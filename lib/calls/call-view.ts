import "server-only";
import { z } from "zod";
import { callStatus } from "@/lib/calls/webhook-fields";
import { Constants, type Json } from "@/lib/supabase/database.types";

const { call_end_reason, call_kind, call_outcome, call_role, leg_channel, recording_state } =
  Constants.public.Enums;
const moment = z.string().nullable().describe("ISO 8601");

/** A call as the API shows it to those who took part. */
export const callView = z.object({
  sid: z.string().describe("CallSid of the caller's leg, or RoomSid"),
  kind: z.enum(call_kind),
  matchId: z
    .uuid()
    .nullable()
    .describe("Null for telephone calls with somebody who is no match, or is none any more"),
  isGroup: z.boolean(),
  title: z.string().nullable().describe("Of a group that has one"),
  callerId: z.uuid().nullable().describe("Null for somebody whom you cannot reach (any more)"),
  isOutgoing: z.boolean().describe("You called"),
  outcome: z
    .enum(call_outcome)
    .describe("What it was to you; unanswered: you called and nobody came"),
  status: callStatus,
  startedAt: z.string(),
  answeredAt: moment,
  endedAt: moment,
  durationSeconds: z.number().int().nullable().describe("Talk time; null while the call is live"),
  endReason: z.enum(call_end_reason).nullable(),
  recording: z.enum(recording_state),
  quality: z
    .number()
    .min(0)
    .max(5)
    .nullable()
    .describe("Your connection, from 0 (lost) to 5 (excellent), as your browser saw it"),
  dialled: z.string().nullable().describe("The number outside of Duet that you dialled, E.164"),
  participants: z.array(
    z.object({
      profileId: z.uuid().nullable(),
      name: z.string().nullable().describe("Null for somebody who is, or has become, unknown"),
      role: z.enum(call_role),
      channel: z.enum(leg_channel).describe("What rings or talks: the app, or a telephone"),
      status: callStatus,
      joinedAt: moment,
      leftAt: moment,
    }),
  ),
});
export type CallView = z.infer<typeof callView>;

/** A call in the words of the database's functions: private.my_calls_json. */
const callRow = z.object({
  id: z.uuid(),
  sid: z.string(),
  kind: z.enum(call_kind),
  match_id: z.uuid().nullable(),
  is_group: z.boolean(),
  title: z.string().nullable(),
  caller_id: z.uuid().nullable(),
  is_outgoing: z.boolean(),
  outcome: z.enum(call_outcome),
  status: callStatus,
  started_at: z.string(),
  answered_at: moment,
  ended_at: moment,
  duration_seconds: z.number().int().nullable(),
  end_reason: z.enum(call_end_reason).nullable(),
  recording: z.enum(recording_state),
  quality: z.number().nullable(),
  dialled: z.string().nullable(),
  participants: z.array(
    z.object({
      profile_id: z.uuid().nullable(),
      name: z.string().nullable(),
      role: z.enum(call_role),
      channel: z.enum(leg_channel),
      status: callStatus,
      joined_at: moment,
      left_at: moment,
    }),
  ),
});

/** Reads a call of the database's. @throws ZodError when it is none */
export const readCallRow = (json: Json) => callRow.parse(json);
export type CallRow = z.infer<typeof callRow>;

/** Puts a call's row into the API's words. */
export function presentCall(call: CallRow): CallView {
  return {
    sid: call.sid,
    kind: call.kind,
    matchId: call.match_id,
    isGroup: call.is_group,
    title: call.title,
    callerId: call.caller_id,
    isOutgoing: call.is_outgoing,
    outcome: call.outcome,
    status: call.status,
    startedAt: call.started_at,
    answeredAt: call.answered_at,
    endedAt: call.ended_at,
    durationSeconds: call.duration_seconds,
    endReason: call.end_reason,
    recording: call.recording,
    quality: call.quality,
    dialled: call.dialled,
    participants: call.participants.map((leg) => ({
      profileId: leg.profile_id,
      name: leg.name,
      role: leg.role,
      channel: leg.channel,
      status: leg.status,
      joinedAt: leg.joined_at,
      leftAt: leg.left_at,
    })),
  };
}
