import type { TwilioSandboxConfig } from "../../config.ts";
import type { Clock } from "../calls/clock.ts";
import type { Endpoint, RingObserver } from "../calls/leg.ts";
import { watched } from "./browser-phone.ts";
import { PhoneCall } from "./phone-call.ts";
import { PhoneSound } from "./phone-sound.ts";
import type { Phones } from "./phones.ts";
import { type Script, TelephoneLeg } from "./telephone-leg.ts";

/** What telephones work with. */
export interface TelephoneWorld {
  phones: Phones;
  clock: Clock;
  config: Pick<TwilioSandboxConfig, "speechCharactersPerSecond">;
}

/**
 * A telephone: rings in the page that has registered as it, and otherwise does what its owner has
 * told it to do.
 * @param page rings the devices that have registered, if any
 */
export function telephoneEndpoint(
  world: TelephoneWorld,
  number: string,
  page: Endpoint | null,
): Endpoint {
  const { phones, clock } = world;
  return {
    ring(call, parameters, observer) {
      const isTaken = phones.currentCall(number) !== undefined;
      const phoneCall = new PhoneCall(call, { isOutgoing: false, inBrowser: page !== null });
      phones.addCall(number, phoneCall);
      if (isTaken) {
        // A device that is in a call would let a second one ring unheard.
        call.note("The telephone is in another call");
        observer.failed("busy");
        return () => {};
      }
      if (!page) return ringByHabit(world, number, phoneCall, observer);
      phoneCall.ring = { answer: null, decline: () => observer.failed("busy") };
      return page.ring(call, parameters, {
        ...observer,
        answered: (leg) => {
          phoneCall.ring = null;
          observer.answered(watched(leg, phones, clock, () => phoneCall));
          phones.touch();
        },
      });
    },
  };
}

function ringByHabit(
  world: TelephoneWorld,
  number: string,
  phoneCall: PhoneCall,
  observer: RingObserver,
): () => void {
  const { answer, afterSeconds = 0, ...script } = world.phones.behaviour(number);
  const pickUp = () => {
    const leg = telephoneLeg(world, number, script, () => phoneCall);
    phoneCall.ring = null;
    phoneCall.handset = leg;
    observer.answered(leg);
    world.phones.touch();
  };
  // Declining a call is reported by carriers as busy.
  const decline = () => observer.failed("busy");
  phoneCall.ring = { answer: pickUp, decline };
  observer.ringing();
  if (answer === "no-answer" || answer === "manual") return () => {};
  return world.clock.after(afterSeconds * 1000, answer === "answer" ? pickUp : decline);
}

/** A virtual telephone's end of a call that is placed, or picked up, with a script. */
export function telephoneLeg(
  { phones, clock, config }: TelephoneWorld,
  number: string,
  script: Script,
  call: () => PhoneCall,
): TelephoneLeg {
  const audio = new PhoneSound(clock, number, (opus) => call().hear(opus));
  return new TelephoneLeg(audio, call, {
    clock,
    script,
    charactersPerSecond: config.speechCharactersPerSecond,
    changed: () => phones.touch(),
  });
}
