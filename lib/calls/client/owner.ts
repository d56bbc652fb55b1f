import type { Call } from "@twilio/voice-sdk";
import { createCallMedia } from "@/lib/calls/client/call-media";
import { type CallEvent, isLive, type Peer } from "@/lib/calls/client/call-state";
import { createCallSteps } from "@/lib/calls/client/call-steps";
import { createCallTimers } from "@/lib/calls/client/call-timers";
import { callerOf } from "@/lib/calls/client/caller";
import { createVoiceDevice } from "@/lib/calls/client/device";
import { transition } from "@/lib/calls/client/machine";
import { watchCall } from "@/lib/calls/client/sdk-call";
import { createSounds } from "@/lib/calls/client/sounds";
import type { Levels, VoiceCommand, VoiceView } from "@/lib/calls/client/view";
import type { Cell } from "@/lib/cell";

/** The one tab of a browser that holds the Device and the call. */
export interface Owner {
  run(command: VoiceCommand): void;
  dispatch(event: CallEvent): void;
  wake(): void;
  /** A gesture happened: what the browser holds back may play. */
  unlock(): void;
  stop(): void;
}

/** Drives the state machine with the SDK, and the SDK with the person's wishes. */
export function createOwner(view: Cell<VoiceView>, levels: Cell<Levels>): Owner {
  const change = (part: Partial<VoiceView>) => view.update((now) => ({ ...now, ...part }));
  const state = () => view.getSnapshot().call;
  const sounds = createSounds((ringtoneBlocked) => change({ ringtoneBlocked }));
  const timers = createCallTimers(dispatch);
  const device = createVoiceDevice({
    onIncoming,
    onRefused,
    inCall: () => isLive(state()),
    onState: (deviceState, deviceProblem) => change({ device: deviceState, deviceProblem }),
  });
  const media = createCallMedia({
    audio: device.audio,
    change,
    onLevels: (now) => levels.update(() => now),
    report: (problem) =>
      dispatch(problem ? { type: "problem-raised", problem } : { type: "problem-cleared" }),
  });
  let call: Call | null = null;
  let stopWatching = () => {};
  const steps = createCallSteps({ device, dispatch, watch });

  function dispatch(event: CallEvent) {
    const before = state();
    const after = transition(before, event);
    if (after === before) return;
    change({ call: after });
    sounds.follow(after);
    // Whoever waits hears that something is done.
    if (event.type === "reached" && after.phase === "ringing") sounds.playRingback();
    timers.follow(after);
    if (isLive(before) && !isLive(after)) release();
  }

  function release() {
    steps.abandon();
    call?.disconnect();
    media.release();
    device.callEnded();
  }

  function watch(next: Call) {
    forget();
    call = next;
    stopWatching = watchCall(next, {
      onEvent(event) {
        dispatch(event);
        if (event.type === "opened") media.opened(next);
      },
      onLevels: (input, output) => levels.update(() => ({ input, output })),
      onRinging: (hasEarlyMedia) => hasEarlyMedia || sounds.playRingback(),
      onAudio: media.add,
    });
  }

  /** The last call may still say something; a new one must not hear it. */
  function forget() {
    stopWatching();
    call = null;
  }

  function onIncoming(next: Call) {
    const peer = callerOf(next.parameters.From ?? "", next.customParameters);
    // A second call is left to ring elsewhere; its row tells of it afterwards.
    if (isLive(state()) || !peer) return next.ignore();
    const callSid = next.parameters.CallSid ?? "";
    watch(next);
    dispatch({ type: "invited", peer, callSid, at: Date.now() });
  }

  function onRefused() {
    const now = state();
    if (!isLive(now) || now.openedAt !== null) return;
    dispatch({ type: "failed", problem: "token", at: Date.now() });
  }

  function dial(peer: Peer) {
    if (isLive(state())) return;
    forget();
    steps.dial(peer);
  }

  function hangUp() {
    const now = state();
    if (!isLive(now)) return;
    const given = now.direction === "outgoing" ? "canceled" : "declined";
    // A call that rings here is refused, which the other side is told; any other is cut.
    call?.reject();
    dispatch({ type: "ended", reason: now.openedAt === null ? given : "hangup", at: Date.now() });
  }

  function press(digits: string) {
    if (state().phase !== "open" || !call) return;
    call.sendDigits(digits);
    dispatch({ type: "pressed", digits });
  }

  function unlock() {
    sounds.unlock();
    device.resumeAudio();
  }

  function hear() {
    unlock();
    media.hear();
  }

  function run(command: VoiceCommand) {
    switch (command.type) {
      case "dial":
        return dial(command.peer);
      case "accept":
        return state().phase === "incoming" ? steps.accept(call) : undefined;
      case "decline":
      case "hang-up":
        return hangUp();
      case "mute":
        return call?.mute(command.muted);
      case "digits":
        return press(command.digits);
      case "microphone":
        return void media.choose(command.deviceId, isLive(state()));
      case "hear":
        return hear();
      case "dismiss":
        return dispatch({ type: "dismissed" });
    }
  }

  // The SDK needs 15 seconds to miss the network; the browser knows at once.
  const offline = () => dispatch({ type: "reconnecting" });
  const online = () => String(call?.status()) === "open" && dispatch({ type: "reconnected" });
  window.addEventListener("offline", offline);
  window.addEventListener("online", online);

  // A call that an earlier owner took with it when it closed is over.
  dispatch({ type: "ended", reason: "ended", at: Date.now() });
  device.start();

  return {
    run,
    dispatch,
    wake: device.wake,
    unlock,
    stop() {
      steps.abandon();
      window.removeEventListener("offline", offline);
      window.removeEventListener("online", online);
      stopWatching();
      timers.stop();
      sounds.stop();
      media.release();
      device.destroy();
    },
  };
}
