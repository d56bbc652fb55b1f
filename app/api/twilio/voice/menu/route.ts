import { route } from "@/lib/api/route";
import { answerMenu, menuQuery } from "@/lib/calls/phone/menu";
import { twimlAnswer } from "@/lib/calls/voice-response";
import { voiceWebhook } from "@/lib/calls/webhook-fields";
import { log } from "@/lib/log";

/** The menu of the main line, asked at each key. */
export const POST = route(
  {
    access: "twilio",
    summary: "Lead through the menu of the main line",
    body: voiceWebhook,
    query: menuQuery,
    produces: "text/xml",
  },
  async ({ body, query, requestId }) => {
    const { twiml, did } = await answerMenu(body, query);
    log.info({ requestId, did }, "voice menu");
    return twimlAnswer(twiml);
  },
);
