import type { Clock } from "../calls/clock.ts";
import type { Leg } from "../calls/leg.ts";
import type { PhoneCall } from "./phone-call.ts";
import type { Phones } from "./phones.ts";

/** The voice identity under which a page of the console is a telephone. */
export const phoneIdentity = (number: string) => `phone_${number.replace("+", "")}`;

/** The number of such an identity; undefined for any other. */
export function phoneNumberOf(identity: string): string | undefined {
  const digits = /^phone_(\d{5,15})$/.exec(identity)?.[1];
  return digits && `+${digits}`;
}

/**
 * A browser's end of a call, with what reaches it noted in the telephone's call.
 * @param call what the leg belongs to, which an outgoing call has only after its leg
 */
export function watched(leg: Leg, phones: Phones, clock: Clock, call: () => PhoneCall): Leg {
  return {
    audio: {
      onPacket: (listener) => leg.audio.onPacket(listener),
      play: (packet) => {
        call().hear(packet.payload);
        leg.audio.play(packet);
      },
    },
    isMachine: leg.isMachine,
    ringing: () => leg.ringing(),
    answer: () => {
      leg.answer();
      phones.touch();
    },
    hangUp: () => leg.hangUp(),
    onDigit: (listener) => leg.onDigit(listener),
    onSpeech: (listener) => leg.onSpeech(listener),
    caption: (text) => {
      leg.caption(text);
      call().hearSentence({ at: clock.now(), text });
      phones.touch();
    },
    hearDigit: (digit) => {
      leg.hearDigit(digit);
      call().heardDigits += digit;
      phones.touch();
    },
    prompt: (prompt) => {
      call().isRecorded = prompt === "recording";
      leg.prompt(prompt);
      phones.touch();
    },
  };
}
