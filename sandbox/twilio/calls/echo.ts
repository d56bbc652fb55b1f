import { EchoEnd } from "../media/echo-end.ts";
import type { Clock } from "./clock.ts";
import { type Endpoint, unattendedLeg } from "./leg.ts";

const ringMs = 1000;

/** A callee that rings for a second, answers by itself and sends back what it hears. */
export function echoEndpoint(clock: Clock): Endpoint {
  return {
    ring(_call, _parameters, observer) {
      observer.ringing();
      return clock.after(ringMs, () => {
        const audio = new EchoEnd(clock);
        observer.answered({ ...unattendedLeg(audio), hangUp: () => audio.close() });
      });
    },
  };
}
