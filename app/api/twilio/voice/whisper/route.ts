import { route } from "@/lib/api/route";
import { answerWhisper, whisperQuery } from "@/lib/calls/phone/whisper";
import { twimlAnswer } from "@/lib/calls/voice-response";
import { voiceWebhook } from "@/lib/calls/webhook-fields";
import { log } from "@/lib/log";

/** Asked when a telephone that we ring is picked up, and again with the key pressed. */
export const POST = route(
  {
    access: "twilio",
    summary: "Say who calls, and let a key take the call",
    body: voiceWebhook,
    query: whisperQuery,
    produces: "text/xml",
  },
  async ({ body, query, requestId }) => {
    const { twiml, did } = await answerWhisper(body, query);
    log.info({ requestId, did }, "voice whisper");
    return twimlAnswer(twiml);
  },
);
