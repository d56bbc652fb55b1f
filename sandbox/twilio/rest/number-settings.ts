import type { ApplicationResource } from "../context.ts";
import { TwilioError } from "../errors.ts";
import type { NumberSettings } from "../numbers/numbers.ts";
import { readMethod, readUrl } from "./form.ts";

const urls = [
  ["voiceUrl", "VoiceUrl"],
  ["voiceFallbackUrl", "VoiceFallbackUrl"],
  ["statusCallback", "StatusCallback"],
] as const;

const methods = [
  ["voiceMethod", "VoiceMethod"],
  ["voiceFallbackMethod", "VoiceFallbackMethod"],
  ["statusCallbackMethod", "StatusCallbackMethod"],
] as const;

const longestName = 64;

/**
 * The settings of a number that a form names; what it leaves out is not in the result.
 * @throws TwilioError 21402 and 21403 for bad URLs and methods, 21218 for an application that does
 * not exist, 20001 for a name that is too long
 */
export function readNumberSettings(
  form: URLSearchParams,
  applications: ReadonlyMap<string, ApplicationResource>,
): Partial<NumberSettings> {
  const settings: Partial<NumberSettings> = {};
  for (const [field, name] of urls) {
    if (form.has(name)) settings[field] = readUrl(form, name, 21402);
  }
  for (const [field, name] of methods) {
    if (form.has(name)) settings[field] = readMethod(form, name, "POST", 21403);
  }
  const name = form.get("FriendlyName");
  if (name && name.length > longestName) {
    throw new TwilioError(400, 20001, "FriendlyName must be 64 characters or less");
  }
  if (name) settings.friendlyName = name;
  const application = form.get("VoiceApplicationSid");
  if (application && !applications.has(application)) {
    throw new TwilioError(400, 21218, "VoiceApplicationSid is not valid.");
  }
  if (application !== null) settings.voiceApplicationSid = application || null;
  return settings;
}
