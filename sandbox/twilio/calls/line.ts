import { Listeners } from "../listeners.ts";
import type { AudioEnd } from "../media/audio-end.ts";
import type { MediaPacket } from "../media/packet.ts";
import type { Leg } from "./leg.ts";

/** What passes between the account and one far end; recordings and transcripts tap it. */
export class Line implements AudioEnd {
  readonly leg: Leg;
  readonly #played = new Listeners<MediaPacket>();
  readonly #heard = new Listeners<string>();

  constructor(leg: Leg) {
    this.leg = leg;
  }

  onPacket(listener: (packet: MediaPacket) => void): () => void {
    return this.leg.audio.onPacket(listener);
  }

  play(packet: MediaPacket): void {
    this.leg.audio.play(packet);
    this.#played.tell(packet);
  }

  /** Calls back with each packet that the far end is given to hear. */
  onPlayed(listener: (packet: MediaPacket) => void): () => void {
    return this.#played.add(listener);
  }

  onSpeech(listener: (text: string) => void): () => void {
    return this.leg.onSpeech(listener);
  }

  /** Calls back with the words that the far end is given to hear. */
  onHeard(listener: (text: string) => void): () => void {
    return this.#heard.add(listener);
  }

  /** Words that the far end hears from another one. */
  hear(text: string): void {
    this.#heard.tell(text);
  }

  /** A sentence that the account speaks. */
  say(text: string): void {
    this.leg.caption(text);
    this.#heard.tell(text);
  }
}

/** Lets two far ends talk until the result is called. */
export function connect(one: Line, other: Line): () => void {
  const stops = [
    one.onPacket((packet) => other.play(packet)),
    other.onPacket((packet) => one.play(packet)),
    one.onSpeech((text) => other.hear(text)),
    other.onSpeech((text) => one.hear(text)),
    one.leg.onDigit((digit) => other.leg.hearDigit(digit)),
    other.leg.onDigit((digit) => one.leg.hearDigit(digit)),
  ];
  one.leg.prompt("talk");
  other.leg.prompt("talk");
  return () => {
    for (const stop of stops) stop();
  };
}
