import { route } from "@/lib/api/route";
import { sayAndHangUp, twimlAnswer } from "@/lib/calls/voice-response";
import { voiceWebhook } from "@/lib/calls/webhook-fields";
import { log } from "@/lib/log";

const apology = "Sorry, we cannot connect your call right now. Please try again in a few minutes.";

/** Asked when another voice URL fails, so it depends on nothing that could fail as well. */
export const POST = route(
  {
    access: "twilio",
    summary: "Apologise when a call cannot be handled",
    body: voiceWebhook,
    produces: "text/xml",
  },
  ({ requestId }) => {
    log.warn({ requestId }, "voice fallback");
    return twimlAnswer(sayAndHangUp(apology));
  },
);
