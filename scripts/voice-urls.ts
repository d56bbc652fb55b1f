import { callbackRetries } from "../lib/twilio/callback-retries.ts";

/** Where Twilio asks and reports about the calls of a TwiML App or a number. */
export interface VoiceUrls {
  voiceUrl: string;
  voiceMethod: string;
  voiceFallbackUrl: string;
  voiceFallbackMethod: string;
  statusCallback: string;
  statusCallbackMethod: string;
}

/** The addresses of an installation. `publicUrl` has no trailing slash. */
export function voiceUrls(publicUrl: string) {
  const voice = `${publicUrl}/api/twilio/voice`;
  return {
    voiceUrl: `${voice}/incoming`,
    voiceMethod: "POST",
    voiceFallbackUrl: `${voice}/fallback`,
    voiceFallbackMethod: "POST",
    statusCallback: `${voice}/status${callbackRetries}`,
    statusCallbackMethod: "POST",
  } satisfies VoiceUrls;
}

const names = {
  voiceUrl: "voice URL",
  voiceMethod: "voice method",
  voiceFallbackUrl: "fallback URL",
  voiceFallbackMethod: "fallback method",
  statusCallback: "status callback",
  statusCallbackMethod: "status callback's method",
} as const;

const fields = Object.keys(names) as (keyof VoiceUrls)[];

/** How to retry stands behind the hash, and is left to whoever sets it. */
const address = (url: string | null) => url?.split("#")[0] ?? "";

/** What leads elsewhere, with what it is and what it should be; empty when all is right. */
export function wrongUrls(resource: VoiceUrls, publicUrl: string) {
  const wanted = voiceUrls(publicUrl);
  return fields
    .filter((field) => address(resource[field]) !== address(wanted[field]))
    .map((field) => ({
      what: names[field],
      is: resource[field] || "not set",
      wanted: wanted[field],
    }));
}
