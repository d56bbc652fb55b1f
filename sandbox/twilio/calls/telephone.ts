import { silentEnd } from "../media/silent-end.ts";
import type { Phones } from "../phones/phones.ts";
import type { Clock } from "./clock.ts";
import { type Endpoint, type Leg, unattendedLeg } from "./leg.ts";

/** A virtual telephone's end of a call; it carries no sound. */
export const telephoneLeg: Leg = unattendedLeg(silentEnd);

/** A telephone that does what its owner has told it to do when it rings. */
export function telephoneEndpoint(
  phones: Pick<Phones, "behaviour">,
  number: string,
  clock: Clock,
): Endpoint {
  return {
    ring(call, _parameters, observer) {
      const { answer, afterSeconds = 0, digits } = phones.behaviour(number);
      observer.ringing();
      if (answer === "no-answer") return () => {};
      return clock.after(afterSeconds * 1000, () => {
        // Declining a call is reported by carriers as busy.
        if (answer !== "answer") return observer.failed("busy");
        observer.answered(telephoneLeg);
        if (digits) call.note(`Digits: ${digits}`);
      });
    },
  };
}
