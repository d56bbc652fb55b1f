import { z } from "zod";
import { route } from "@/lib/api/route";
import { answerDialResult } from "@/lib/calls/events/dial-result";
import { twimlAnswer } from "@/lib/calls/voice-response";
import { voiceWebhook } from "@/lib/calls/webhook-fields";
import { log } from "@/lib/log";

/** How a dial ended, and so what is tried next. */
export const POST = route(
  {
    access: "twilio",
    summary: "Report how a dial ended, and ask what comes next",
    body: voiceWebhook,
    query: z.object({ step: z.string().max(60).optional() }),
    produces: "text/xml",
  },
  async ({ body, query, requestId }) => {
    const { twiml, did } = await answerDialResult(body, query.step ?? null);
    log.info({ requestId, did }, "voice dial result");
    return twimlAnswer(twiml);
  },
);
