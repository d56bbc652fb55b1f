import type { DemoPhone } from "../../config.ts";
import { type PhoneBehaviour, usualBehaviour } from "./habits.ts";
import type { PhoneCall } from "./phone-call.ts";

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

const keptMessages = 100;
const keptCalls = 50;

/**
 * The inbox that an address in a path names: E.164 with or without its plus, or an e-mail address
 * in any case; null for anything else.
 */
export function inboxOf(address: string): string | null {
  if (/^[^@\s]+@[^@\s]+$/.test(address)) return address.toLowerCase();
  return /^\+?\d{5,15}$/.test(address) ? `+${address.replace("+", "")}` : null;
}

/** Every telephone in the sandbox's world: inboxes, calls, and how each reacts to a ring. */
export class Phones {
  readonly demo: readonly DemoPhone[];
  #inboxes = new Map<string, PhoneMessage[]>();
  #behaviours = new Map<string, PhoneBehaviour>();
  #calls = new Map<string, PhoneCall[]>();
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
    return this.#behaviours.get(number) ?? usualBehaviour;
  }

  setBehaviour(number: string, behaviour: PhoneBehaviour): void {
    this.#behaviours.set(number, behaviour);
    this.#changed();
  }

  /** A call has come to a phone, or begun at it. */
  addCall(number: string, call: PhoneCall): void {
    this.#calls.set(number, [call, ...this.calls(number).slice(0, keptCalls - 1)]);
    call.call.ended.addEventListener("abort", this.#changed, { once: true });
    this.#changed();
  }

  /** Newest first. */
  calls(number: string): readonly PhoneCall[] {
    return this.#calls.get(number) ?? [];
  }

  /** The call that rings at a phone or that it is in. */
  currentCall(number: string): PhoneCall | undefined {
    return this.calls(number).findLast(({ state }) => state !== "ended");
  }

  /** Calls that ring on while the phone is in another one, newest first. */
  waitingCalls(number: string): PhoneCall[] {
    return this.calls(number)
      .filter(({ state }) => state !== "ended")
      .slice(0, -1);
  }

  /** Something about a phone is to be drawn anew. */
  touch(): void {
    this.#changed();
  }

  /** Demo phones in their order, then whoever else has received something or been in a call. */
  list(): DemoPhone[] {
    const known = new Set(this.demo.map((phone) => phone.number));
    const seen = new Set([...this.#inboxes.keys(), ...this.#calls.keys()]);
    const others = [...seen].filter((number) => !known.has(number));
    return [...this.demo, ...others.map((number) => ({ number, name: "" }))];
  }
}
