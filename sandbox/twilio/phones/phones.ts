import type { DemoPhone } from "../../config.ts";

export type MessageChannel = "sms" | "call" | "whatsapp" | "email";

export interface PhoneMessage {
  from: string;
  body: string;
  /** The verification code in the text, when there is one. */
  code?: string;
  channel: MessageChannel;
  /** Milliseconds since the epoch. */
  at: number;
}

/** What a phone does when it rings. */
export interface PhoneBehaviour {
  answer: "answer" | "busy" | "no-answer" | "reject";
  /** Seconds of ringing before it does so. */
  afterSeconds?: number | undefined;
  /** Keys pressed once the call is up. */
  digits?: string | undefined;
}

const keptMessages = 100;
const defaultBehaviour: PhoneBehaviour = { answer: "answer", afterSeconds: 1 };

/**
 * The inbox that an address in a path names: E.164 with or without its plus, or an e-mail address
 * in any case; null for anything else.
 */
export function inboxOf(address: string): string | null {
  if (/^[^@\s]+@[^@\s]+$/.test(address)) return address.toLowerCase();
  return /^\+?\d{5,15}$/.test(address) ? `+${address.replace("+", "")}` : null;
}

/** Every telephone in the sandbox's world: inboxes and how each reacts to a ring. */
export class Phones {
  readonly demo: readonly DemoPhone[];
  #inboxes = new Map<string, PhoneMessage[]>();
  #behaviours = new Map<string, PhoneBehaviour>();
  #changed: () => void;

  constructor(demo: readonly DemoPhone[], changed: () => void) {
    this.demo = demo;
    this.#changed = changed;
  }

  /** @param address E.164 or an e-mail address */
  receive(address: string, message: PhoneMessage): void {
    const earlier = this.messages(address).slice(0, keptMessages - 1);
    this.#inboxes.set(inboxOf(address) ?? address, [message, ...earlier]);
    this.#changed();
  }

  /** Newest first. */
  messages(address: string): readonly PhoneMessage[] {
    return this.#inboxes.get(inboxOf(address) ?? address) ?? [];
  }

  behaviour(number: string): PhoneBehaviour {
    return this.#behaviours.get(number) ?? defaultBehaviour;
  }

  setBehaviour(number: string, behaviour: PhoneBehaviour): void {
    this.#behaviours.set(number, behaviour);
    this.#changed();
  }

  /** Demo phones in their order, then whoever else has received something. */
  list(): DemoPhone[] {
    const known = new Set(this.demo.map((phone) => phone.number));
    const others = [...this.#inboxes.keys()].filter((number) => !known.has(number));
    return [...this.demo, ...others.map((number) => ({ number, name: "" }))];
  }
}
