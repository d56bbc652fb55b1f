import type { CreateCallInput, UpdateCallInput } from "../context.ts";
import { TwilioError } from "../errors.ts";
import type { Numbers } from "../numbers/numbers.ts";
import { readParties } from "./call-parties.ts";
import { readMethod, readUrl, readWhole, readWords } from "./form.ts";
import { readRecording } from "./recording-form.ts";

/** Where a call's TwiML comes from, shared by creating and redirecting. */
function readSource(form: URLSearchParams) {
  const url = readUrl(form, "Url", 21205);
  const fallbackUrl = readUrl(form, "FallbackUrl", 21205);
  const twiml = form.get("Twiml");
  return {
    ...(url && { url, method: readMethod(form, "Method", "POST", 21209) }),
    ...(fallbackUrl && {
      fallbackUrl,
      fallbackMethod: readMethod(form, "FallbackMethod", "POST", 21209),
    }),
    ...(twiml && { twiml }),
  };
}

function readDetection(form: URLSearchParams): Pick<CreateCallInput, "machineDetection"> {
  const mode = form.get("MachineDetection");
  if (!mode) return {};
  if (mode === "Enable" || mode === "DetectMessageEnd") return { machineDetection: mode };
  throw new TwilioError(400, 20001, `Invalid parameter MachineDetection: ${mode}`);
}

/** What the call does once it is answered; keys to press leave no time to listen for a machine. */
function readConduct(form: URLSearchParams): Partial<CreateCallInput> {
  const sendDigits = form.get("SendDigits");
  if (sendDigits && !/^[\dA-D#*w]{1,32}$/i.test(sendDigits)) {
    throw new TwilioError(400, 21206, `Invalid SendDigits: ${sendDigits}`);
  }
  const timeLimit = readWhole(form, "TimeLimit", { from: 1, to: 86_400, code: 20001 });
  return {
    ...(sendDigits ? { sendDigits } : readDetection(form)),
    ...(timeLimit !== null && { timeLimit }),
    ...(form.get("Record") === "true" && { recording: readRecording(form) }),
  };
}

/**
 * What a request to place a call asks for.
 * @throws TwilioError with the code of the first parameter that Twilio would refuse
 */
export function readNewCall(form: URLSearchParams, numbers: Pick<Numbers, "get">): CreateCallInput {
  const statusCallback = readUrl(form, "StatusCallback", 21609);
  const applicationSid = form.get("ApplicationSid");
  const timeout = readWhole(form, "Timeout", { from: 1, to: 600, code: 21208 });
  return {
    ...readParties(form, numbers),
    ...readSource(form),
    ...readConduct(form),
    ...(applicationSid && { applicationSid }),
    ...(statusCallback && {
      statusCallback,
      statusCallbackMethod: readMethod(form, "StatusCallbackMethod", "POST", 21209),
      statusCallbackEvents: readWords(form, "StatusCallbackEvent"),
    }),
    ...(timeout !== null && { timeout }),
  };
}

/** What a request to end or redirect a call asks for. */
export function readUpdate(form: URLSearchParams): UpdateCallInput {
  const status = form.get("Status");
  if (status === null) return readSource(form);
  if (status === "completed" || status === "canceled") return { status };
  throw new TwilioError(400, 20001, `Invalid parameter Status: ${status}`);
}
