import "server-only";
import { z } from "zod";
import { ApiError } from "@/lib/api/errors";
import { log } from "@/lib/log";
import { startRecording } from "@/lib/recordings/start";
import { stopUnlessAgreed } from "@/lib/recordings/stop-unless-agreed";
import { adminClient } from "@/lib/supabase/admin";
import { Constants } from "@/lib/supabase/database.types";

const state = {
  call_sid: z.string(),
  recording: z.enum(Constants.public.Enums.recording_state),
  asked_by: z.uuid().nullable(),
};
const decision = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("not-found") }),
  z.object({ outcome: z.literal("over") }),
  z.object({ outcome: z.literal("ask"), ...state }),
  z.object({ outcome: z.literal("start"), ...state }),
  z.object({ outcome: z.literal("stop"), ...state }),
]);

/** Whether a call is recorded, and who asked for it. */
export interface RecordingState {
  recording: z.infer<(typeof decision.options)[2]>["recording"];
  askedBy: string | null;
}

/**
 * A person agrees that the call they take part in is recorded, or takes it back for everybody. It
 * is recorded once all who are in it have agreed, and no longer as soon as one has not. Saying the
 * same again has the same result.
 *
 * @param sid - CallSid of any leg of the call
 * @param profileId - null for the telephone of somebody who is not on Duet
 * @returns where the call stands now
 * @throws ApiError `not_found` for a call they are not in, `call_over`, `not_configured`, or
 *   `provider_error` when Twilio cannot start or stop it; it then counts as asked, or stopped
 * @throws PostgrestError when the database does not answer
 */
export async function agreeToRecording(
  sid: string,
  profileId: string | null,
  agree: boolean,
): Promise<RecordingState> {
  const { data } = await adminClient()
    .rpc("agree_to_recording", { p_sid: sid, p_agree: agree, p_profile_id: profileId ?? undefined })
    .throwOnError();
  const decided = decision.parse(data);
  if (decided.outcome === "not-found") throw new ApiError("not_found", "There is no such call.");
  if (decided.outcome === "over") {
    // Twilio ends a recording with its call.
    if (!agree) return { recording: "none", askedBy: null };
    throw new ApiError("call_over", "This call is over.");
  }
  if (decided.outcome === "start") await startRecording(decided.call_sid);
  if (decided.outcome === "stop") await stopUnlessAgreed(decided.call_sid);
  return { recording: decided.recording, askedBy: decided.asked_by };
}

/**
 * The same for whoever agrees in the course of being connected: a call that cannot be recorded is
 * connected all the same.
 *
 * @throws PostgrestError when the database does not answer
 */
export async function agreeIfPossible(
  sid: string,
  profileId: string | null,
  agree: boolean,
): Promise<void> {
  try {
    await agreeToRecording(sid, profileId, agree);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    log.warn({ callSid: sid, reason: error.code }, "call not recorded");
  }
}
