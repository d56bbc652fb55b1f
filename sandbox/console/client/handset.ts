import type { Call, Device } from "@twilio/voice-sdk";
import { listDevices, openMicrophone } from "./microphone.ts";
import { loadSdk, sounds } from "./sdk.ts";

async function fetchToken(number: string): Promise<string> {
  const path = `/console/phones/${encodeURIComponent(number)}/token`;
  const response = await fetch(path, { method: "POST" });
  if (!response.ok) throw new Error(`The sandbox gave no token: ${response.status}`);
  const { token }: { token: string } = await response.json();
  return token;
}

/** One telephone in this page: a device of the Voice SDK, and the call it has. */
export class Handset {
  readonly number: string;
  call: Call | null = null;
  /** What went wrong last, in words. */
  problem = "";
  /** 0 to 1: of the microphone, and of what comes out. */
  levels = { input: 0, output: 0 };
  #device: Device | null = null;
  #changed: () => void;

  /** @param changed told whenever the phone is to be drawn anew */
  constructor(number: string, changed: () => void) {
    this.number = number;
    this.#changed = changed;
  }

  /** Has the phone ring here from now on. Rejects with a sentence in its message. */
  async start(): Promise<void> {
    const [{ Device, Call }, token] = await Promise.all([loadSdk(), fetchToken(this.number)]);
    const device = new Device(token, {
      codecPreferences: [Call.Codec.Opus, Call.Codec.PCMU],
      getUserMedia: openMicrophone,
      enumerateDevices: listDevices,
      maxCallSignalingTimeoutMs: 30_000,
      logLevel: "silent",
      sounds,
    });
    this.#device = device;
    device.on("incoming", (call) => this.#take(call));
    device.on("error", ({ message }) => this.#fail(message));
    device.on("tokenWillExpire", async () => device.updateToken(await fetchToken(this.number)));
    await device.register();
  }

  /** Ends its call and gives the phone back to its habit. */
  stop(): void {
    this.#device?.destroy();
  }

  async dial(to: string): Promise<void> {
    const call = await this.#device?.connect({ params: { To: to } });
    if (call) this.#take(call);
  }

  toggleMute(): void {
    this.call?.mute(!this.call.isMuted());
  }

  #take(call: Call): void {
    this.call = call;
    this.problem = "";
    const over = () => {
      if (this.call === call) this.call = null;
      this.#changed();
    };
    for (const event of ["disconnect", "cancel", "reject"] as const) call.on(event, over);
    for (const event of ["accept", "mute", "reconnecting", "reconnected"] as const) {
      call.on(event, this.#changed);
    }
    call.on("volume", (input, output) => {
      this.levels = { input, output };
      this.#changed();
    });
    call.on("error", ({ message }) => this.#fail(message));
    this.#changed();
  }

  #fail(message: string): void {
    this.problem = message;
    this.#changed();
  }
}
