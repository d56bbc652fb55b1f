import type { Call, Device, TwilioError } from "@twilio/voice-sdk";
import { installSandbox } from "../../../browser.ts";

declare global {
  var Twilio: { Device: typeof Device; Call: typeof Call };
  var phone: PagePhone;
}

/** What happened on a device or its calls, in order; `volume` only as the loudest output. */
export interface PhoneState {
  events: string[];
  /** 0 to 1. */
  loudest: number;
  errors: { code: number; message: string }[];
  callSid: string | null;
  customParameters: Record<string, string>;
}

interface MediaHandler {
  iceRestart(): void;
  version: { pc: RTCPeerConnection };
}

/** A telephone made of the unmodified SDK, driven from the test. */
class PagePhone {
  readonly state: PhoneState = {
    events: [],
    loudest: 0,
    errors: [],
    callSid: null,
    customParameters: {},
  };
  device: Device | undefined;
  call: Call | undefined;

  async start(token: string, options: ConstructorParameters<typeof Device>[1]): Promise<void> {
    this.device = new Twilio.Device(token, options);
    for (const event of ["registered", "unregistered", "tokenWillExpire"] as const) {
      this.device.on(event, () => this.state.events.push(event));
    }
    this.device.on("error", (error) => this.#failed(error));
    this.device.on("incoming", (call) => {
      this.state.events.push("incoming");
      this.#watch(call);
    });
  }

  async connect(params: Record<string, string>): Promise<void> {
    if (this.device) this.#watch(await this.device.connect({ params }));
  }

  async resume(connectToken: string): Promise<void> {
    if (this.device) this.#watch(await this.device.connect({ connectToken }));
  }

  /** Does what the SDK does on a lost media path, and waits until the answer has come. */
  async restartIce(): Promise<void> {
    const { pc } = this.#media.version;
    const before = pc.remoteDescription?.sdp;
    this.#media.iceRestart();
    while (pc.remoteDescription?.sdp === before) await new Promise(requestAnimationFrame);
  }

  async receive(packets: number): Promise<void> {
    const goal = (await this.#received()) + packets;
    while ((await this.#received()) < goal) await new Promise(requestAnimationFrame);
  }

  async #received(): Promise<number> {
    const stats = [...(await this.#media.version.pc.getStats()).values()];
    return stats.find(({ type }) => type === "inbound-rtp")?.packetsReceived ?? 0;
  }

  /** The SDK keeps its peer connection to itself. */
  get #media(): MediaHandler {
    const { _mediaHandler } = this.call as unknown as { _mediaHandler: MediaHandler };
    return _mediaHandler;
  }

  #watch(call: Call): void {
    this.call = call;
    const names = ["ringing", "accept", "disconnect", "cancel", "reject"] as const;
    for (const name of [...names, "reconnecting", "reconnected", "messageSent"] as const) {
      call.on(name, () => {
        this.state.events.push(name);
        this.#note(call);
      });
    }
    call.on("error", (error) => this.#failed(error));
    call.on("volume", (_input, output) => {
      this.state.loudest = Math.max(this.state.loudest, output);
    });
    this.#note(call);
  }

  #note(call: Call): void {
    this.state.callSid = call.parameters.CallSid ?? null;
    this.state.customParameters = Object.fromEntries(call.customParameters);
  }

  #failed({ code, message }: TwilioError.TwilioError): void {
    this.state.errors.push({ code, message });
  }
}

const sandbox = new URL(location.href).searchParams.get("sandbox");
if (sandbox) installSandbox(sandbox);
globalThis.phone = new PagePhone();
