import { z } from "zod";
import { ApiError } from "@/lib/api/errors";
import { route } from "@/lib/api/route";
import { recordingSid } from "@/lib/calls/webhook-fields";
import { forget } from "@/lib/recordings/discard";
import { findRecording } from "@/lib/recordings/find";
import { playRecording } from "@/lib/recordings/play";

const params = z.object({ sid: recordingSid });

export const GET = route(
  {
    access: "user",
    summary: "The sound of a recording, in ranges if wanted; a voicemail then counts as heard",
    params,
    query: z.object({ download: z.literal("1").optional().describe("To be saved, not played") }),
    produces: "audio/wav",
    errors: ["not_found", "conflict", "not_configured", "provider_error"],
  },
  async ({ request, supabase, params, query }) => {
    const recording = await findRecording(supabase, params.sid);
    return playRecording(recording, { request, download: query.download === "1" });
  },
);

export const DELETE = route(
  {
    access: "user",
    summary: "Delete a recording for everybody who can hear it, at the provider too",
    params,
    response: z.object({}),
    errors: ["not_found", "conflict", "not_configured", "provider_error"],
  },
  async ({ supabase, params }) => {
    const { status } = await findRecording(supabase, params.sid);
    if (status === "in-progress") {
      throw new ApiError("conflict", "This is still being recorded. Stop the recording first.");
    }
    await forget(params.sid);
    return {};
  },
);
