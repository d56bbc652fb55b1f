import type { AudioHelper, Call, Device } from "@twilio/voice-sdk";
import { deviceOptions } from "@/lib/calls/client/device-options";
import { CallProblem, type ProblemCode, problemOf } from "@/lib/calls/client/problems";
import { createPulse } from "@/lib/calls/client/pulse";
import { createTokenKeeper, type TokenKeeper } from "@/lib/calls/client/token-keeper";
import { within } from "@/lib/calls/client/within";

export type DeviceState = "off" | "starting" | "ready" | "unavailable";

export interface DeviceListener {
  onIncoming(call: Call): void;
  onState(state: DeviceState, problem: ProblemCode | null): void;
  /** A fresh token was refused as well: no call can be made, though one that is open goes on. */
  onRefused(): void;
  /** Whether a call is under way, during which the device is left alone. */
  inCall(): boolean;
}

export interface VoiceDevice {
  /** Makes the device if there is none. */
  start(): void;
  /** Starts a call. @throws CallProblem, TwilioError */
  connect(params: Record<string, string>): Promise<Call>;
  /** The page came back: into view, to the network, or from the browser's page cache. */
  wake(): void;
  /** The sound inputs of the device; null while there is none. */
  audio(): AudioHelper | null;
  /** Lets the browser play what it holds back; to be called in a gesture. */
  resumeAudio(): void;
  /** A call ended: what had to wait for that is done now. */
  callEnded(): void;
  destroy(): void;
}

/** Nothing answers for this long, neither to `register` nor to `connect`: the edge is lost. */
const watchdogMs = 30_000;
const retryMs = [2000, 5000, 15_000, 60_000];
/** A token refused so soon after the last one will not be cured by a third. */
const refusedAgainMs = 60_000;

interface Making {
  tokens: TokenKeeper;
  ready: Promise<Device>;
  /** Known once it is made. */
  device: Device | null;
  context: AudioContext | undefined;
}

/** Keeps one registered Device alive for as long as the tab owns the calls. */
export function createVoiceDevice(listener: DeviceListener): VoiceDevice {
  let current: Making | null = null;
  let failures = 0;
  let refusedAt = Number.NEGATIVE_INFINITY;
  /** The SDK registers no more once its token was refused, though it still calls itself registered. */
  let isSpent = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function later(ms: number, action: () => void) {
    clearTimeout(timer);
    timer = setTimeout(action, ms);
  }

  function ensure(): Making {
    if (current) return current;
    listener.onState("starting", null);
    const tokens = createTokenKeeper({
      inCall: listener.inCall,
      deliver: (token) => making.device?.updateToken(token),
      onProblem: (problem) => {
        if (!listener.inCall()) fail(problem);
      },
    });
    const making: Making = { tokens, device: null, context: undefined, ready: make() };
    current = making;
    making.ready.catch((error: unknown) => {
      if (current === making) fail(problemOf(error));
    });
    return making;

    async function make(): Promise<Device> {
      const [sdk, token] = await Promise.all([import("@twilio/voice-sdk"), tokens.fetch()]);
      if (current !== making) throw new CallProblem("connection");
      if (!sdk.Device.isSupported) throw new CallProblem("unsupported");
      const device = new sdk.Device(token, deviceOptions(sdk.Call.Codec));
      making.device = device;
      making.context = sdk.Device.audioContext;
      listen(making, device);
      // The app rings by itself, so that it can tell when the browser keeps the ringtone silent.
      device.audio?.incoming(false);
      watch();
      // It rejects when the socket is lost midway. The SDK then registers again by itself, once: a
      // second register() of ours would race with it into a false 20101.
      device.register().catch(watch);
      return device;
    }
  }

  function listen(making: Making, device: Device) {
    device.on("registered", () => {
      failures = 0;
      clearTimeout(timer);
      listener.onState("ready", null);
    });
    device.on("unregistered", () => {
      // The last word of a device that is being destroyed.
      if (current !== making) return;
      listener.onState("starting", null);
      watch();
    });
    device.on("incoming", (call: Call) => listener.onIncoming(call));
    device.on("tokenWillExpire", () => making.tokens.renew());
    device.on("error", (error: unknown) => {
      if (problemOf(error) === "token") tokenRefused(making);
    });
  }

  function watch() {
    later(watchdogMs, () => {
      if (navigator.onLine && !listener.inCall()) rebuild();
      else watch();
    });
  }

  function discard() {
    const old = current;
    current = null;
    isSpent = false;
    clearTimeout(timer);
    old?.tokens.stop();
    old?.device?.destroy();
  }

  function rebuild() {
    discard();
    ensure();
  }

  function fail(problem: ProblemCode) {
    discard();
    listener.onState(problem === "signed-out" ? "off" : "unavailable", problem);
    if (problem === "signed-out" || problem === "unsupported") return;
    later(retryMs[Math.min(failures, retryMs.length - 1)] ?? 0, ensure);
    failures += 1;
  }

  function tokenRefused(making: Making) {
    const again = Date.now() - refusedAt < refusedAgainMs;
    refusedAt = Date.now();
    making.tokens.refused();
    if (again) listener.onRefused();
    if (listener.inCall()) {
      isSpent = true;
      if (!again) making.tokens.renew();
    } else if (again) fail("token");
    else rebuild();
  }

  const pulse = createPulse(wake);

  function wake() {
    if (listener.inCall()) return;
    // The socket of a page that was frozen may be dead while the device calls itself registered.
    const frozen = pulse.missed();
    const lost = current === null || current.device?.state === "unregistered";
    if (frozen || lost) rebuild();
    else if (current?.tokens.isOld()) current.tokens.renew();
  }

  // The SDK declines on `pagehide` what rings; this listener is older and so comes first. A person
  // who closes a tab has not declined.
  const ignorePending = () => {
    for (const call of current?.device?.calls ?? []) call.ignore();
  };
  window.addEventListener("pagehide", ignorePending);

  return {
    start: ensure,
    async connect(params) {
      // A call that the SDK failed to forget would block this one.
      if (current?.device?.isBusy) rebuild();
      const device = await within(ensure().ready, watchdogMs);
      const dialling = device.connect({ params });
      try {
        return await within(dialling, watchdogMs);
      } catch (error) {
        dialling.then((late) => late.disconnect()).catch(() => undefined);
        throw error;
      }
    },
    wake,
    audio: () => current?.device?.audio ?? null,
    resumeAudio() {
      void current?.context?.resume();
    },
    callEnded() {
      if (isSpent) rebuild();
      else if (current?.tokens.isOld()) current.tokens.renew();
    },
    destroy() {
      pulse.stop();
      window.removeEventListener("pagehide", ignorePending);
      discard();
    },
  };
}
