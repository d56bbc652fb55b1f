import type { Clock } from "../calls/clock.ts";
import type { Leg, Prompt } from "../calls/leg.ts";
import { Listeners } from "../listeners.ts";
import type { PhoneBehaviour } from "./habits.ts";
import { KeyScript } from "./key-script.ts";
import type { Handset, PhoneCall } from "./phone-call.ts";
import type { PhoneSound } from "./phone-sound.ts";

/** However fast Say speaks, whoever listens is to hear something. */
const shortestSeconds = 1;

/** What a phone does in a call without being told at the time. */
export type Script = Pick<PhoneBehaviour, "digits" | "says" | "machine">;

export interface TelephoneOptions {
  clock: Clock;
  script: Script;
  charactersPerSecond: number;
  /** Draws the phone anew. */
  changed(): void;
}

/** A virtual telephone's end of a call: its keys, its screen, its tone of voice. */
export class TelephoneLeg implements Leg, Handset {
  readonly audio: PhoneSound;
  readonly isMachine: boolean;
  readonly #call: () => PhoneCall;
  readonly #options: TelephoneOptions;
  readonly #digits = new Listeners<string>();
  readonly #speech = new Listeners<string>();
  readonly #keys: KeyScript;
  #words: string | undefined;
  #awaited = 0;

  /** @param call what the leg belongs to, which an outgoing call has only after its leg */
  constructor(audio: PhoneSound, call: () => PhoneCall, options: TelephoneOptions) {
    const { clock, script } = options;
    this.audio = audio;
    this.#call = call;
    this.#options = options;
    this.isMachine = script.machine ?? false;
    this.#words = script.says;
    const isHeard = () => this.#awaited > 0;
    this.#keys = new KeyScript(clock, script.digits ?? "", (key) => this.press(key), isHeard);
  }

  ringing(): void {}

  answer(): void {
    this.#options.changed();
  }

  hangUp(): void {
    this.#keys.stop();
    this.audio.close();
  }

  onDigit(listener: (digit: string) => void): () => void {
    const stop = this.#digits.add(listener);
    this.#awaited++;
    let isOver = false;
    return () => {
      if (!isOver) this.#awaited--;
      isOver = true;
      stop();
    };
  }

  onSpeech(listener: (text: string) => void): () => void {
    return this.#speech.add(listener);
  }

  caption(text: string): void {
    this.#call().hearSentence({ at: this.#options.clock.now(), text });
    this.#options.changed();
  }

  hearDigit(digit: string): void {
    this.#call().heardDigits += digit;
    this.#options.changed();
  }

  prompt(prompt: Prompt): void {
    this.#call().isRecorded = prompt === "recording";
    if (prompt === "keys") {
      this.#keys.next();
    } else if (this.#words !== undefined) {
      const words = this.#words;
      this.#words = undefined;
      this.say(words);
    }
  }

  press(keys: string): void {
    this.#call().call.note(`Digits: ${keys}`);
    for (const key of keys) this.#digits.tell(key);
  }

  say(text: string, seconds?: number): void {
    const usual = Math.max(shortestSeconds, text.length / this.#options.charactersPerSecond);
    this.#call().call.note(`Speaks: ${text}`);
    this.#speech.tell(text);
    void this.audio.speak(seconds ?? usual);
  }
}
