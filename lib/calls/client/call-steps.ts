import type { Call } from "@twilio/voice-sdk";
import type { CallEvent, Peer } from "@/lib/calls/client/call-state";
import { destinationOf } from "@/lib/calls/client/destination";
import type { VoiceDevice } from "@/lib/calls/client/device";
import {
  microphoneAllowed,
  prepareMicrophone,
  releaseMicrophone,
} from "@/lib/calls/client/microphone";
import { CallProblem, type ProblemCode, problemOf } from "@/lib/calls/client/problems";
import { whenIdle } from "@/lib/when-idle";

const redrawWithinMs = 100;

interface CallStepsOptions {
  device: VoiceDevice;
  dispatch(event: CallEvent): void;
  /** Takes the call that was dialled. */
  watch(call: Call): void;
}

/** What takes time on the way into a call. */
export interface CallSteps {
  dial(peer: Peer): void;
  accept(call: Call | null): void;
  /** The call is over: whatever is still awaited for it is thrown away. */
  abandon(): void;
}

/** Leads from the press of a button, past the microphone, to the SDK's call. */
export function createCallSteps({ device, dispatch, watch }: CallStepsOptions): CallSteps {
  /** Changes with every call, so that each step knows whether it still matters. */
  let attempt = 0;

  async function run(
    steps: (current: () => boolean) => Promise<void>,
    failed: (problem: ProblemCode) => CallEvent,
  ) {
    attempt += 1;
    const mine = attempt;
    try {
      await steps(() => mine === attempt);
    } catch (error) {
      if (mine === attempt) dispatch(failed(problemOf(error)));
    }
  }

  return {
    dial(peer) {
      dispatch({ type: "dialled", peer, at: Date.now() });
      const failed = (problem: ProblemCode): CallEvent => ({
        type: "failed",
        problem,
        at: Date.now(),
      });
      void run(async (current) => {
        if (!navigator.onLine) throw new CallProblem("offline");
        // Loads the SDK while the browser asks about the microphone.
        device.start();
        await prepareMicrophone();
        if (!current()) return releaseMicrophone();
        dispatch({ type: "microphone-ready" });
        const call = await device.connect(destinationOf(peer));
        if (current()) watch(call);
        else call.disconnect();
      }, failed);
    },
    accept(call) {
      dispatch({ type: "accepted" });
      const failed = (problem: ProblemCode): CallEvent => ({
        type: "microphone-failed",
        problem,
        at: Date.now(),
      });
      void run(async (current) => {
        // A hidden page can open the microphone but not ask for it.
        const mayAsk = !document.hidden || (await microphoneAllowed());
        if (!mayAsk) throw new CallProblem("microphone-elsewhere");
        await prepareMicrophone();
        if (!current()) return releaseMicrophone();
        call?.accept();
        // The first sound is not to wait until the page is drawn anew.
        whenIdle(() => current() && dispatch({ type: "microphone-ready" }), redrawWithinMs);
      }, failed);
    },
    abandon() {
      attempt += 1;
    },
  };
}
