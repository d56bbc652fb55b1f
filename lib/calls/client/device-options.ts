import type { Call, Device } from "@twilio/voice-sdk";
import { enumerateDevices, getUserMedia } from "@/lib/calls/client/microphone";

const sound = (name: string) => `/sounds/${name}.wav`;
const digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "s", "h"];

/** Every sound that the SDK would otherwise fetch from Twilio's CDN as soon as it starts. */
const sounds: Record<string, string> = Object.fromEntries(
  ["incoming", "outgoing", "disconnect", ...digits.map((digit) => `dtmf${digit}`)].map((name) => [
    name,
    sound(name),
  ]),
);

/** How long before a token ends it is to be replaced. */
export const tokenRefreshMs = 300_000;

/** The options of every Device, with the SDK's codec names passed in because it loads on demand. */
export function deviceOptions(codec: typeof Call.Codec): Device.Options {
  return {
    codecPreferences: [codec.Opus, codec.PCMU],
    closeProtection: "You are in a call. Leaving this page ends it.",
    enableImprovedSignalingErrorPrecision: true,
    // Above zero, a call outlives a lost socket: the SDK reconnects to the same edge.
    maxCallSignalingTimeoutMs: 30_000,
    tokenRefreshMs,
    sounds,
    getUserMedia,
    enumerateDevices,
    // It prints every reconnection attempt as an error; people read about them in the call bar.
    logLevel: "silent",
  };
}
