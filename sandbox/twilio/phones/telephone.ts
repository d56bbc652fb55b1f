import type { TwilioSandboxConfig } from "../../config.ts";
import type { Clock } from "../calls/clock.ts";
import type { Endpoint, Leg, RingObserver } from "../calls/leg.ts";
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
      const phoneCall = new PhoneCall(call, { isOutgoing: false, inBrowser: page !== null });
      phones.addCall(number, phoneCall);
      if (!page) return ringByHabit(world, number, phoneCall, observer);
      phoneCall.ring = { answer: null, decline: () => observer.failed("busy") };
      observer.ringing();
      const answered = (leg: Leg) => {
        phoneCall.ring = null;
        observer.answered(watched(leg, phones, clock, () => phoneCall));
        phones.touch();
      };
      // A device that is in a call would let a second one ring unheard.
      return whenCurrent(phones, number, phoneCall, () =>
        page.ring(call, parameters, { ...observer, answered }),
      );
    },
  };
}

/**
 * Acts once no other call is before this one at the phone: until then it waits there.
 * @param act returns what takes its act back
 * @returns takes the act back, or calls it off
 */
function whenCurrent(
  phones: Phones,
  number: string,
  phoneCall: PhoneCall,
  act: () => () => void,
): () => void {
  const ended = phones.currentCall(number)?.call.ended;
  if (!ended || ended === phoneCall.call.ended) return act();
  const next = () => {
    stop = whenCurrent(phones, number, phoneCall, act);
  };
  let stop = () => ended.removeEventListener("abort", next);
  ended.addEventListener("abort", next, { once: true });
  return () => stop();
}

function ringByHabit(
  world: TelephoneWorld,
  number: string,
  phoneCall: PhoneCall,
  observer: RingObserver,
): () => void {
  const { clock, phones } = world;
  const { answer, afterSeconds = 0, ...script } = phones.behaviour(number);
  const pickUp = () => {
    const leg = telephoneLeg(world, number, script, () => phoneCall);
    phoneCall.ring = null;
    phoneCall.handset = leg;
    observer.answered(leg);
    phones.touch();
  };
  // Declining a call is reported by carriers as busy.
  const decline = () => observer.failed("busy");
  phoneCall.ring = { answer: pickUp, decline };
  observer.ringing();
  if (answer === "no-answer" || answer === "manual") return () => {};
  const after = (react: () => void) => clock.after(afterSeconds * 1000, react);
  if (answer !== "answer") return after(decline);
  return whenCurrent(phones, number, phoneCall, () => after(pickUp));
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
