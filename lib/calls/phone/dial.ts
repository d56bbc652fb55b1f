import "server-only";
import twilio from "twilio";
import { reportsProgress, voiceCallbackUrl } from "@/lib/twilio/callback-url";

const { VoiceResponse } = twilio.twiml;
type Response = InstanceType<typeof VoiceResponse>;

interface Dialled {
  /** A number of ours, E.164: what the called side sees. */
  callerId: string;
  /** Comes back with the result of the dial, and says what is to be tried next. */
  step: string;
  /** Spoken to the caller first; that answers their leg. */
  say?: string | undefined;
}

interface DialledApp extends Dialled {
  /** Identity at Twilio. */
  callee: string;
  /** Seconds that it rings. */
  timeout?: number;
  /** Shown by the callee's page. No number may be among them. */
  parameters: Record<string, string>;
}

interface DialledTelephone extends Dialled {
  /** E.164 of the telephone: goes to Twilio alone. */
  number: string;
  /** Seconds that it rings. */
  timeout?: number;
  /** CallSid of the caller's leg, for whoever picks up to be asked first; absent: connected at once. */
  askFor?: string | undefined;
}

/**
 * TwiML that rings every browser of a person for a call that has a telephone at its other end.
 * https://www.twilio.com/docs/voice/twiml/client
 */
export function dialApp({ callee, timeout = 20, parameters, ...dialled }: DialledApp): string {
  const response = new VoiceResponse();
  const client = startDial(response, timeout, dialled).client(reportsProgress());
  client.identity(callee);
  for (const [name, value] of Object.entries(parameters)) client.parameter({ name, value });
  return response.toString();
}

/**
 * TwiML that rings a telephone.
 * https://www.twilio.com/docs/voice/twiml/number
 */
export function dialTelephone(wanted: DialledTelephone): string {
  const { number, timeout = 25, askFor, ...dialled } = wanted;
  const response = new VoiceResponse();
  startDial(response, timeout, dialled).number(
    {
      ...(askFor && { url: voiceCallbackUrl("whisper", { call: askFor }) }),
      ...reportsProgress(),
    },
    number,
  );
  return response.toString();
}

/** The caller's leg stays unanswered, and unbilled, until somebody accepts. */
function startDial(response: Response, timeout: number, { callerId, step, say }: Dialled) {
  if (say) response.say(say);
  return response.dial({
    answerOnBridge: true,
    timeout,
    callerId,
    action: voiceCallbackUrl("dial-result", { step }),
  });
}
