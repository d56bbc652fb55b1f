import { route } from "@/lib/api/route";
import { nextReachStep } from "@/lib/calls/reach/next-step";
import { twimlAnswer } from "@/lib/calls/voice-response";
import { callSid, voiceWebhook } from "@/lib/calls/webhook-fields";
import { log } from "@/lib/log";

/** A caller waits for somebody whose app is closed: whether it has come. */
export const POST = route(
  {
    access: "twilio",
    summary: "Ask whether the app of somebody who is called has come",
    body: voiceWebhook.required({ CallSid: true }).extend({ CallSid: callSid }),
    produces: "text/xml",
  },
  async ({ body, requestId }) => {
    const { twiml, did } = await nextReachStep(body.CallSid, null);
    log.info({ requestId, did }, "voice waiting");
    return twimlAnswer(twiml);
  },
);
