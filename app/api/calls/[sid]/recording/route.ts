import { z } from "zod";
import { route } from "@/lib/api/route";
import { callSid } from "@/lib/calls/webhook-fields";
import { agreeToRecording } from "@/lib/recordings/agree";
import { Constants } from "@/lib/supabase/database.types";

/** Consent is for this one call, and of everybody in it. */
export const POST = route(
  {
    access: "user",
    summary: "Agree that a call you are in is recorded, or take that back for everybody in it",
    params: z.object({ sid: callSid }),
    body: z.object({ agree: z.boolean() }),
    response: z.object({
      recording: z.enum(Constants.public.Enums.recording_state),
      askedBy: z.uuid().nullable().describe("Who asked first"),
    }),
    // Who takes consent back must always get through.
    kind: "safety",
    errors: ["not_found", "call_over", "not_configured", "provider_error"],
  },
  ({ userId, params, body }) => agreeToRecording(params.sid, userId, body.agree),
);
