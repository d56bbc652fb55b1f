import type { Call } from "./call.ts";
import type { Clock } from "./clock.ts";
import type { Endpoint } from "./leg.ts";

/**
 * Rings an endpoint for a new call until it answers, refuses, or the time is up.
 * @returns whether the call was answered; its status says the rest
 */
export function ring(
  clock: Clock,
  endpoint: Endpoint,
  call: Call,
  parameters: Record<string, string>,
  seconds: number,
): Promise<boolean> {
  return new Promise((resolve) => {
    const stopTimer = clock.after(seconds * 1000, () => call.moveTo("no-answer"));
    let stopRinging: (() => void) | undefined;
    const onEnd = () => {
      stopTimer();
      stopRinging?.();
      resolve(false);
    };
    // Once: the resource outlives the call, what rang for it must not.
    call.ended.addEventListener("abort", onEnd, { once: true });
    call.moveTo("initiated");
    stopRinging = endpoint.ring(call, parameters, {
      ringing: () => call.moveTo("ringing"),
      failed: (status) => call.moveTo(status),
      answered: (leg) => {
        if (call.isFinal) return leg.hangUp();
        stopTimer();
        call.connect(leg);
        call.moveTo("in-progress");
        resolve(true);
      },
    });
    if (call.isFinal) stopRinging();
  });
}
