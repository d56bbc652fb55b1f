import "server-only";
import { z } from "zod";
import { callStatus } from "@/lib/calls/webhook-fields";
import { adminClient } from "@/lib/supabase/admin";
import { Constants, type Database, type Json } from "@/lib/supabase/database.types";
import { countEndedCall, measureWebhookLag } from "@/lib/telemetry/metrics";

const recorded = z.object({
  outcome: z.enum(["recorded", "duplicate", "unknown-call"]),
  call_id: z.uuid().nullable(),
  kind: z.enum(Constants.public.Enums.call_kind).nullable(),
  status: callStatus.nullable(),
  end_reason: z.enum(Constants.public.Enums.call_end_reason).nullable(),
  /** Whether this very event ended the call. */
  ended: z.boolean(),
  /** Whether this very event made it certain that nobody answered. */
  missed: z.boolean(),
  /** Whether people were pushed about it, and are to hear now that it rings no more. */
  settled: z.boolean(),
  /** Of a room: who or what must be ended, since it is there and should not be. */
  remove: z.enum(["participant", "room"]).nullable(),
  recording: z.enum(Constants.public.Enums.recording_state).nullable(),
});
export type RecordedEvent = z.infer<typeof recorded>;

export interface CallEvent {
  /** It names the call: CallSid of the caller's leg, or RoomSid. */
  providerSid: string;
  /** The leg that the event is about: CallSid or ParticipantSid; the RoomSid for the room itself. */
  legSid: string;
  event: string;
  status: z.infer<typeof callStatus>;
  /** Equal for two deliveries of one event. */
  idempotencyKey: string;
  sequenceNumber?: number | undefined;
  /** Who is at the leg's end. */
  profileId?: string | undefined;
  /** What the leg leads to; absent when the event does not tell. */
  channel?: Database["public"]["Enums"]["leg_channel"] | undefined;
  /** ISO 8601; now when absent. */
  occurredAt?: string | undefined;
  durationSeconds?: number | undefined;
  errorCode?: number | undefined;
  /** `webhook` unless given; `reconcile` for what was asked of the provider. */
  source?: Database["public"]["Enums"]["call_event_source"];
  /** Kept in the audit log: nothing private may be in it. */
  payload: Json;
}

/**
 * Turns one event of the provider's into one row of the audit log and one step of the call: one
 * round trip, in which order and how often events come does not matter.
 *
 * @throws PostgrestError when the database does not answer
 */
export async function recordCallEvent(event: CallEvent): Promise<RecordedEvent> {
  const { data } = await adminClient()
    .rpc("record_call_event", {
      p_provider_sid: event.providerSid,
      p_leg_sid: event.legSid,
      p_event: event.event,
      p_status: event.status,
      p_idempotency_key: event.idempotencyKey,
      p_sequence_number: event.sequenceNumber,
      p_profile_id: event.profileId,
      p_occurred_at: event.occurredAt,
      p_duration_seconds: event.durationSeconds,
      p_error_code: event.errorCode,
      p_source: event.source,
      p_payload: event.payload,
      p_channel: event.channel,
    })
    .throwOnError();
  const result = recorded.parse(data);
  measure(event, result);
  return result;
}

function measure(event: CallEvent, { outcome, ended, kind, end_reason }: RecordedEvent): void {
  if (outcome !== "recorded") return;
  if (event.occurredAt && event.source !== "reconcile") measureWebhookLag(event.occurredAt);
  // The row of a room may have ended before, by our own doing; Twilio says so once.
  const isOver = event.providerSid.startsWith("RM") ? event.event === "room-ended" : ended;
  if (isOver && kind) countEndedCall(kind, end_reason ?? "hangup");
}

/** A sentence for the log about what became of an event. */
export function describeRecorded({ outcome, status, ended }: RecordedEvent): string {
  if (outcome === "duplicate") return "Had been recorded before.";
  if (outcome === "unknown-call") return "Kept in the audit log; no such call here.";
  return ended ? `Recorded; the call ended as ${status}.` : `Recorded; the call is ${status}.`;
}
