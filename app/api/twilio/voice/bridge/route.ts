import { route } from "@/lib/api/route";
import { answerBridge, bridgeQuery } from "@/lib/calls/phone/bridge";
import { twimlAnswer } from "@/lib/calls/voice-response";
import { voiceWebhook } from "@/lib/calls/webhook-fields";
import { log } from "@/lib/log";

/** Asked when the caller has picked up the telephone that the API made ring. */
export const POST = route(
  {
    access: "twilio",
    summary: "Connect a caller who has asked to be rung",
    body: voiceWebhook,
    query: bridgeQuery,
    produces: "text/xml",
  },
  async ({ body, query, requestId }) => {
    const { twiml, did } = await answerBridge(body, query.request);
    log.info({ requestId, did }, "voice bridge");
    return twimlAnswer(twiml);
  },
);
