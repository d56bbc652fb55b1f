import { route } from "@/lib/api/route";
import { sayAndHangUp, twimlAnswer } from "@/lib/calls/voice-response";
import { voiceWebhook } from "@/lib/calls/webhook-fields";

/** Where a caller gets to after their message. It is kept by the recording's own callbacks. */
export const POST = route(
  {
    access: "twilio",
    summary: "End a call after the caller has left a message",
    body: voiceWebhook,
    produces: "text/xml",
  },
  () => twimlAnswer(sayAndHangUp("Thank you. Your message has been left. Goodbye.")),
);
