import type { Call } from "@twilio/voice-sdk";
import type { CallEvent } from "@/lib/calls/client/call-state";
import { meterCall } from "@/lib/calls/client/connection/meter-call";
import { problemOf } from "@/lib/calls/client/problems";

export interface CallWatcher {
  onEvent(event: CallEvent): void;
  /** Loudness of both directions, 0 to 1, twenty times a second. */
  onLevels(input: number, output: number): void;
  /** Whether the other side's network already sends a ringing tone of its own. */
  onRinging(hasEarlyMedia: boolean): void;
  /** An element that plays, or will play, the other side. */
  onAudio(element: HTMLAudioElement): void;
}

/**
 * Translates what an SDK call says into events of the state machine.
 *
 * @returns a function that stops listening
 */
export function watchCall(call: Call, watcher: CallWatcher): () => void {
  const { onEvent } = watcher;
  const callSid = () => call.parameters.CallSid ?? null;
  const end = (reason: "ended" | "declined") => () =>
    onEvent({ type: "ended", reason, at: Date.now() });

  const stops = [
    on(call, "ringing", (hasEarlyMedia: boolean) => {
      onEvent({ type: "ringing", callSid: callSid() });
      watcher.onRinging(hasEarlyMedia);
    }),
    on(call, "accept", () => onEvent({ type: "opened", callSid: callSid(), at: Date.now() })),
    on(call, "disconnect", end("ended")),
    on(call, "cancel", end("ended")),
    on(call, "reject", end("declined")),
    on(call, "error", (error: unknown) => {
      onEvent({ type: "failed", problem: problemOf(error), at: Date.now() });
      call.disconnect();
    }),
    on(call, "reconnecting", () => onEvent({ type: "reconnecting" })),
    on(call, "reconnected", () => onEvent({ type: "reconnected" })),
    on(call, "mute", (muted: boolean) => onEvent({ type: "muted", muted })),
    on(call, "warning", (warning: string) => onEvent({ type: "warned", warning })),
    on(call, "warning-cleared", (warning: string) => onEvent({ type: "warning-cleared", warning })),
    on(call, "volume", watcher.onLevels),
    on(call, "audio", watcher.onAudio),
    meterCall(call),
    on(call, "transportClose", () => {
      const rings = String(call.status()) === "pending";
      // With a reconnect token the SDK takes the call up again. Without one, or while it rings, it
      // forgets the call and says nothing more: end it here, while the hang-up can still be queued.
      if (call.connectToken && !rings) return;
      if (rings) end("ended")();
      else onEvent({ type: "failed", problem: "connection", at: Date.now() });
      call.disconnect();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function on<Args extends unknown[]>(call: Call, name: string, listener: (...args: Args) => void) {
  call.on(name, listener);
  return () => call.off(name, listener);
}
