import type { Call, Device } from "@twilio/voice-sdk";
import { installSandbox } from "../../browser.ts";

declare global {
  var Twilio: { Device: typeof Device; Call: typeof Call };
}

let loading: Promise<typeof Twilio> | undefined;

/** Loads the Voice SDK as its package ships it, with its sockets led to the sandbox. */
export function loadSdk(): Promise<typeof Twilio> {
  loading ??= new Promise((resolve, reject) => {
    installSandbox(location.origin);
    const script = document.createElement("script");
    script.src = "/console/voice-sdk.js";
    script.onload = () => resolve(Twilio);
    script.onerror = () => reject(new Error("The Voice SDK could not be loaded."));
    document.head.append(script);
  });
  return loading;
}

const sound = (name: string) => `/console/sounds/${name}.wav`;
const keys = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "s", "h"];

/** Every sound that the SDK would otherwise fetch from the internet. */
export const sounds: Record<string, string> = Object.fromEntries(
  ["incoming", "outgoing", "disconnect", ...keys.map((key) => `dtmf${key}`)].map((name) => [
    name,
    sound(name),
  ]),
);
