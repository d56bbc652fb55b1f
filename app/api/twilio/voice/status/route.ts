import { route } from "@/lib/api/route";
import { recordStatus } from "@/lib/calls/events/status";
import { voiceWebhook } from "@/lib/calls/webhook-fields";
import { log } from "@/lib/log";

/** Progress of any leg of a voice call. */
export const POST = route(
  { access: "twilio", summary: "Report the progress of a call", body: voiceWebhook },
  async ({ body, requestId }) => {
    const did = await recordStatus(body);
    log.info({ requestId, did }, "voice status");
    return new Response(null, { status: 204 });
  },
);
