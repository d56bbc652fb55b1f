import { route } from "@/lib/api/route";
import {
  recordingQuery,
  recordingWebhook,
  recordRecordingEvent,
} from "@/lib/calls/events/recording";
import { log } from "@/lib/log";
import { expireAfterwards } from "@/lib/recordings/expire";

/** What becomes of a recording, of a call or of voicemail. */
export const POST = route(
  {
    access: "twilio",
    summary: "Report what becomes of a recording",
    body: recordingWebhook,
    query: recordingQuery,
    errors: ["not_configured", "provider_error"],
  },
  async ({ body, query, requestId }) => {
    const did = await recordRecordingEvent(body, query.kind);
    log.info({ requestId, did }, "voice recording");
    expireAfterwards();
    return new Response(null, { status: 204 });
  },
);
