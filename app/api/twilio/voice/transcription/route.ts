import { route } from "@/lib/api/route";
import {
  recordTranscription,
  transcriptionQuery,
  transcriptionWebhook,
} from "@/lib/calls/events/transcription";
import { log } from "@/lib/log";

/** What was said, in a voicemail or in a call that is recorded. */
export const POST = route(
  {
    access: "twilio",
    summary: "Report what was said in a recording",
    body: transcriptionWebhook,
    query: transcriptionQuery,
    errors: ["not_configured", "provider_error"],
  },
  async ({ body, query, requestId }) => {
    const did = await recordTranscription(body, query.recording);
    log.info({ requestId, did }, "voice transcription");
    return new Response(null, { status: 204 });
  },
);
