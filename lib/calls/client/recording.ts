import { fieldsOf, textOf } from "@/lib/fields";
import type { ApiAnswer } from "@/lib/http/call-api";
import { callApi } from "@/lib/http/call-api";
import type { Connect } from "@/lib/supabase/connect";
import { Constants, type Database } from "@/lib/supabase/database.types";

/** Whether a call is recorded, and who asked for it. */
export interface CallRecording {
  state: Database["public"]["Enums"]["recording_state"];
  askedBy: string | null;
}

export const notRecorded: CallRecording = { state: "none", askedBy: null };

const states = Constants.public.Enums.recording_state;

/** Reads it from a `calls` row as broadcasts carry it; null when there is none in it. */
export function recordingOf(payload: unknown): CallRecording | null {
  const { recording, recording_asked_by } = fieldsOf(payload);
  const state = states.find((one) => one === recording);
  return state ? { state, askedBy: textOf(recording_asked_by) } : null;
}

/**
 * Asks the database; for a page that comes late, or has missed something.
 *
 * @param sid - CallSid of any leg of the call
 * @returns null when the call is not known yet, or nothing answers: a broadcast will tell
 */
export async function fetchRecording(connect: Connect, sid: string): Promise<CallRecording | null> {
  const client = await connect();
  const { data } = await client
    .from("call_participants")
    .select("call:calls!inner(recording, recording_asked_by)")
    .eq("leg_sid", sid)
    .maybeSingle();
  return data ? recordingOf(data.call) : null;
}

/** Agrees that a call is recorded, or takes that back. @param sid - CallSid of any leg */
export function agreeToRecording(sid: string, agree: boolean): Promise<ApiAnswer> {
  return callApi("POST", `/api/calls/${sid}/recording`, { agree });
}
