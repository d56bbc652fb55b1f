import type { VoiceWebhook } from "@/lib/calls/webhook-fields";

/** What Twilio gives as the caller when the number is withheld. https://help.twilio.com/articles/223179988 */
const withheld = ["+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253"];

/**
 * Whose telephone calls, as far as the network can tell: null when the number is withheld, no
 * number at all, or known to be forged.
 * https://www.twilio.com/docs/voice/trusted-calling-with-shakenstir
 */
export function callerNumber({ From, StirVerstat }: VoiceWebhook): string | null {
  if (StirVerstat?.startsWith("TN-Validation-Failed")) return null;
  const isNumber = From !== undefined && /^\+[1-9]\d{6,14}$/.test(From);
  return isNumber && !withheld.includes(From) ? From : null;
}
