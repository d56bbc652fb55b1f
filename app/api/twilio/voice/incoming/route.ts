import { route } from "@/lib/api/route";
import { answerIncoming } from "@/lib/calls/events/incoming";
import { twimlAnswer } from "@/lib/calls/voice-response";
import { voiceWebhook } from "@/lib/calls/webhook-fields";
import { log } from "@/lib/log";

/** The voice URL. A failure answers 5xx on purpose: Twilio then asks the fallback URL. */
export const POST = route(
  {
    access: "twilio",
    summary: "Decide what happens to a call that somebody starts",
    body: voiceWebhook,
    produces: "text/xml",
  },
  async ({ body, requestId }) => {
    const { twiml, did } = await answerIncoming(body);
    log.info({ requestId, did }, "voice incoming");
    return twimlAnswer(twiml);
  },
);
