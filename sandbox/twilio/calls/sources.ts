import type { ApplicationResource, CreateCallInput } from "../context.ts";
import { TwilioError } from "../errors.ts";
import type { TwimlSource } from "../twiml/source.ts";
import type { StatusCallback } from "./call.ts";

/** Where a call that comes in finds its TwiML and whom it tells of its end. */
export type VoiceSettings = Pick<
  ApplicationResource,
  | "voiceUrl"
  | "voiceMethod"
  | "voiceFallbackUrl"
  | "voiceFallbackMethod"
  | "statusCallback"
  | "statusCallbackMethod"
>;

const progressEvents = ["initiated", "ringing", "answered", "completed"] as const;

/** A status callback for the events asked for, or for `completed` alone; none without a URL. */
export function statusCallbackOf(
  url: string | null | undefined,
  method: "GET" | "POST" = "POST",
  names: readonly string[] = [],
): StatusCallback | undefined {
  if (!url) return undefined;
  const known = progressEvents.filter((event) => names.includes(event));
  return { url, method, events: new Set(known.length > 0 ? known : ["completed"]) };
}

/** An application's or number's voice URL; without one the call is picked up and ended. */
export function voiceSource(settings: VoiceSettings): TwimlSource {
  const { voiceUrl, voiceMethod, voiceFallbackUrl, voiceFallbackMethod } = settings;
  if (!voiceUrl) return { xml: "" };
  return withFallback(voiceUrl, voiceMethod, voiceFallbackUrl, voiceFallbackMethod);
}

/**
 * Where a call that was placed or redirected over REST finds its TwiML.
 * @throws TwilioError 21205 without any source, 21218 for an application that does not exist
 */
export function requestedSource(
  input: Partial<CreateCallInput>,
  applications: ReadonlyMap<string, ApplicationResource>,
): TwimlSource {
  if (input.twiml !== undefined) return { xml: input.twiml };
  if (input.applicationSid !== undefined) {
    const application = applications.get(input.applicationSid);
    if (!application) throw new TwilioError(400, 21218, "ApplicationSid is not valid.");
    return voiceSource(application);
  }
  if (!input.url) throw new TwilioError(400, 21205, "Url parameter is required.");
  return withFallback(input.url, input.method, input.fallbackUrl, input.fallbackMethod);
}

function withFallback(
  url: string,
  method: "GET" | "POST" = "POST",
  fallbackUrl?: string | null,
  fallbackMethod: "GET" | "POST" = "POST",
): TwimlSource {
  if (!fallbackUrl) return { url, method };
  return { url, method, fallback: { url: fallbackUrl, method: fallbackMethod } };
}
