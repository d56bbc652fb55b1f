import "server-only";
import type { RecordingInstance } from "twilio/lib/rest/api/v2010/account/call/recording";
import { z } from "zod";
import { env } from "@/lib/env";
import { adminClient } from "@/lib/supabase/admin";
import type { Database, Json } from "@/lib/supabase/database.types";

type Enums = Database["public"]["Enums"];

/** `unwanted`: nobody has agreed to it, or it was deleted, so it must not exist at Twilio. */
const kept = z.object({ outcome: z.enum(["recorded", "unwanted"]) });
export type Kept = z.infer<typeof kept>["outcome"];

/** What Twilio says of a recording. */
export interface HeardRecording {
  sid: string;
  /** Of any leg of the call. */
  callSid: string;
  kind: Enums["recording_kind"];
  status: Exclude<Enums["recording_status"], "deleted">;
  channels?: number | undefined;
  durationSeconds?: number | undefined;
  /** ISO 8601; now when absent. */
  startedAt?: string | undefined;
}

/**
 * Merges what Twilio says of a recording into its row, in any order and as often as it comes.
 *
 * @throws PostgrestError when the database does not answer
 */
export async function keepRecording(heard: HeardRecording): Promise<Kept> {
  const { data } = await adminClient()
    .rpc("record_recording", {
      p_provider_sid: heard.sid,
      p_call_sid: heard.callSid,
      p_kind: heard.kind,
      p_status: heard.status,
      p_retention_days: env().recordings.retentionDays,
      p_channels: heard.channels,
      p_duration_seconds: heard.durationSeconds,
      p_started_at: heard.startedAt,
    })
    .throwOnError();
  return kept.parse(data).outcome;
}

/** Keeps what Twilio lists as being recorded of a call, before its callbacks come. */
export function keepRunning({ sid, callSid, startTime }: RecordingInstance): Promise<Kept> {
  const startedAt = startTime?.toISOString();
  return keepRecording({
    sid,
    callSid,
    kind: "call",
    status: "in-progress",
    channels: 2,
    startedAt,
  });
}

/** What Twilio says of a transcript. */
export interface HeardTranscript {
  /** TR of a finished recording, GT of a call that goes on. */
  sid: string;
  callSid: string;
  recordingSid: string;
  status: "in-progress" | "completed" | "failed";
  /** What was said as one; `said_at` in ISO 8601, absent for all of it. */
  turn?: { number: string; text: string; said_at?: string; track?: string | undefined };
}

/**
 * Merges a turn, or the state, of a transcript into its row, in any order and as often as it comes.
 *
 * @throws PostgrestError when the database does not answer
 */
export async function keepTranscript(heard: HeardTranscript): Promise<Kept> {
  const { data } = await adminClient()
    .rpc("record_transcript", {
      p_provider_sid: heard.sid,
      p_call_sid: heard.callSid,
      p_recording_sid: heard.recordingSid,
      p_status: heard.status,
      p_turn: heard.turn && (JSON.parse(JSON.stringify(heard.turn)) as Json),
    })
    .throwOnError();
  return kept.parse(data).outcome;
}
