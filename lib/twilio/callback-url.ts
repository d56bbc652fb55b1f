import "server-only";
import { env } from "@/lib/env";
import { callbackRetries } from "@/lib/twilio/callback-retries";

/** The routes under /api/twilio/voice that Twilio is told of. */
export type VoiceCallback =
  | "incoming"
  | "fallback"
  | "status"
  | "dial-result"
  | "waiting"
  | "whisper"
  | "menu"
  | "bridge"
  | "voicemail"
  | "recording"
  | "transcription";

/**
 * Where Twilio reports about voice calls and asks what to do next.
 *
 * @param query - comes back with the request, and its signature covers it
 */
export function voiceCallbackUrl(name: VoiceCallback, query: Record<string, string> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `${env().publicUrl}/api/twilio/voice/${name}${search && `?${search}`}${callbackRetries}`;
}

/** What has Twilio report every step of a leg, in TwiML and over REST. */
export function reportsProgress() {
  return {
    statusCallback: voiceCallbackUrl("status"),
    statusCallbackEvent: [
      "initiated" as const,
      "ringing" as const,
      "answered" as const,
      "completed" as const,
    ],
  };
}

/** Where Twilio reports about rooms. */
export function videoCallbackUrl(): string {
  return `${env().publicUrl}/api/twilio/video/status${callbackRetries}`;
}
