import { route } from "@/lib/api/route";
import { recordDialResult } from "@/lib/calls/events/dial-result";
import { hangUp, twimlAnswer } from "@/lib/calls/voice-response";
import { voiceWebhook } from "@/lib/calls/webhook-fields";
import { log } from "@/lib/log";

/** How a dial ended. Nothing is said to the caller: their screen shows the state of the call. */
export const POST = route(
  {
    access: "twilio",
    summary: "Report how a dial ended, and end the caller's leg",
    body: voiceWebhook,
    produces: "text/xml",
  },
  async ({ body, requestId }) => {
    const did = await recordDialResult(body);
    log.info({ requestId, did }, "voice dial result");
    return twimlAnswer(hangUp());
  },
);
