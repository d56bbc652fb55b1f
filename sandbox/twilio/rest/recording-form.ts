import type { CallRecordingInput } from "../context.ts";
import { TwilioError } from "../errors.ts";
import { readMethod, readUrl, readWords } from "./form.ts";

/** How a recording is made and reported; the same names serve calls and their recordings. */
export function readRecording(form: URLSearchParams): CallRecordingInput {
  const channels = form.get("RecordingChannels") ?? "mono";
  if (channels !== "mono" && channels !== "dual") {
    throw new TwilioError(400, 20001, `Invalid parameter RecordingChannels: ${channels}`);
  }
  const statusCallback = readUrl(form, "RecordingStatusCallback", 21609);
  if (!statusCallback) return { channels };
  return {
    channels,
    statusCallback,
    statusCallbackMethod: readMethod(form, "RecordingStatusCallbackMethod", "POST", 21209),
    statusCallbackEvents: readWords(form, "RecordingStatusCallbackEvent"),
  };
}
