import "server-only";
import { z } from "zod";
import type { findCall } from "@/lib/calls/find-call";
import { callStatus } from "@/lib/calls/webhook-fields";
import { Constants } from "@/lib/supabase/database.types";

const { call_end_reason, call_kind, call_role, leg_channel, recording_state } =
  Constants.public.Enums;
const moment = z.string().nullable().describe("ISO 8601");

/** A call as the API shows it to those who took part. */
export const callView = z.object({
  sid: z.string().describe("CallSid of the caller's leg, or RoomSid"),
  kind: z.enum(call_kind),
  matchId: z.uuid().nullable().describe("Null for telephone calls with somebody who is no match"),
  callerId: z.uuid().nullable(),
  status: callStatus,
  startedAt: z.string(),
  answeredAt: moment,
  endedAt: moment,
  durationSeconds: z.number().int().nullable().describe("Talk time; null while the call is live"),
  endReason: z.enum(call_end_reason).nullable(),
  recording: z.enum(recording_state),
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

/** Puts a call's row into the API's words. */
export function presentCall(call: Awaited<ReturnType<typeof findCall>>): z.infer<typeof callView> {
  return {
    sid: call.provider_sid,
    kind: call.kind,
    matchId: call.match_id,
    callerId: call.caller_id,
    status: call.status,
    startedAt: call.started_at,
    answeredAt: call.answered_at,
    endedAt: call.ended_at,
    durationSeconds: call.duration_seconds,
    endReason: call.end_reason,
    recording: call.recording,
    dialled: call.dialled?.number ?? null,
    participants: call.participants.map((leg) => ({
      profileId: leg.profile_id,
      name: leg.profile?.display_name ?? null,
      role: leg.role,
      channel: leg.channel,
      status: leg.status,
      joinedAt: leg.joined_at,
      leftAt: leg.left_at,
    })),
  };
}
