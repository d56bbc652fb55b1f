import { setTimeout as later } from "node:timers";
import type { Call } from "../../../sandbox/twilio/calls/call.ts";
import type { Endpoint, Leg } from "../../../sandbox/twilio/calls/leg.ts";
import { unattendedLeg } from "../../../sandbox/twilio/calls/leg.ts";
import { Listeners } from "../../../sandbox/twilio/listeners.ts";
import { silentEnd } from "../../../sandbox/twilio/media/silent-end.ts";

/** What an address does when it is rung. */
export type Habit =
  | { does: "answer"; keys?: string; talking?: (call: Call) => void }
  | { does: "busy" | "no-answer" | "failed" }
  /** It rings until somebody gives up. */
  | { does: "ring"; rings?: () => void };

/**
 * A silent far end that presses keys where it is asked for some.
 *
 * @param talking - told once it is connected
 * @param afterTone - told when it is to leave a message
 */
export function silentLeg({ keys = "", talking = () => {}, afterTone = () => {} } = {}): Leg {
  const digits = new Listeners<string>();
  const left = [...keys];
  return {
    ...unattendedLeg(silentEnd),
    onDigit: (listener) => digits.add(listener),
    prompt(prompt) {
      if (prompt === "talk") return talking();
      if (prompt === "recording") return afterTone();
      const key = prompt === "keys" ? left.shift() : undefined;
      if (key !== undefined) digits.tell(key);
    },
  };
}

/** Every browser and telephone there is, by address; without a habit it is out of reach. */
export class FarEnds {
  readonly #habits = new Map<string, Habit>();
  readonly #talking = new Map<string, number>();
  readonly #reactionMs: number;

  constructor(reactionMs = 50) {
    this.#reactionMs = reactionMs;
  }

  /** @param address - `client:<identity>` or E.164 */
  learn(address: string, habit: Habit): void {
    this.#habits.set(address, habit);
  }

  /** When the far end of a call was connected, in epoch ms; null when it was not. */
  talkingSince(callSid: string): number | null {
    return this.#talking.get(callSid) ?? null;
  }

  endpointOf(address: string): Endpoint {
    const habit = this.#habits.get(address) ?? { does: "no-answer" };
    return {
      ring: (call, _parameters, observer) => {
        if (habit.does !== "no-answer") observer.ringing();
        if (habit.does === "ring") {
          habit.rings?.();
          return () => {};
        }
        const timer = later(() => {
          if (habit.does !== "answer") return observer.failed(habit.does);
          const talking = () => {
            this.#talking.set(call.sid, Date.now());
            habit.talking?.(call);
          };
          observer.answered(silentLeg({ ...habit, talking }));
        }, this.#reactionMs);
        return () => clearTimeout(timer);
      },
    };
  }
}
