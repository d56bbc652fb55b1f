import "server-only";
import { z } from "zod";
import type { findCall } from "@/lib/calls/find-call";
import { callStatus } from "@/lib/calls/webhook-fields";
import { Constants } from "@/lib/supabase/database.types";

const { call_end_reason, call_kind, call_role } = Constants.public.Enums;
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
  participants: z.array(
    z.object({
      profileId: z.uuid().nullable(),
      role: z.enum(call_role),
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
    participants: call.participants.map((leg) => ({
      profileId: leg.profile_id,
      role: leg.role,
      status: leg.status,
      joinedAt: leg.joined_at,
      leftAt: leg.left_at,
    })),
  };
}
