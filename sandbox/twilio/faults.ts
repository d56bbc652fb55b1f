import type { FaultInput, FaultKind, FaultTarget } from "./fault-input.ts";

export type { FaultKind } from "./fault-input.ts";

export interface Fault extends FaultInput {
  id: number;
  struck: number;
  /** When it was switched on, in milliseconds since the epoch. */
  at: number;
}

interface Choice {
  /** Limits the search to these kinds. */
  kinds?: readonly FaultKind[];
  /** Whether a fault that fits otherwise strikes after all. */
  strikes?(fault: Fault): boolean;
}

/** More than these would push out of sight what is switched on. */
const maxSpent = 5;

/** Strikes of a slow edge are announced as seldom as this, in milliseconds. */
const gatherMs = 500;

/** The list of disturbances that a tester has switched on. */
export class Faults {
  readonly #now: () => number;
  readonly #random: () => number;
  #active: Fault[] = [];
  #spent: Fault[] = [];
  #nextId = 1;
  #listeners = new Set<() => void>();
  #gathering: NodeJS.Timeout | undefined;

  /**
   * @param now milliseconds since the epoch
   * @param random from 0 up to 1, for those that strike a share only
   */
  constructor(now: () => number = Date.now, random: () => number = Math.random) {
    this.#now = now;
    this.#random = random;
  }

  add(input: FaultInput): Fault {
    const fault = { ...input, id: this.#nextId++, struck: 0, at: this.#now() };
    this.#active.push(fault);
    this.#announce();
    return fault;
  }

  list(): readonly Fault[] {
    return this.#active;
  }

  /** Those that have struck as often as they were to, the latest first. */
  spent(): readonly Fault[] {
    return this.#spent;
  }

  /** Removes one fault, or all without an id. */
  clear(id?: number): void {
    this.#active = id === undefined ? [] : this.#active.filter((fault) => fault.id !== id);
    if (id === undefined) this.#spent = [];
    this.#announce();
  }

  /**
   * The first fault that hits the subject, counted as one strike.
   * @param subject what `match` is compared with: URL and parameters, identity, path
   */
  take(target: FaultTarget, subject: string, choice: Choice = {}): Fault | undefined {
    const { kinds, strikes = () => true } = choice;
    const fault = this.#active.find(
      (candidate) =>
        candidate.target === target &&
        (!kinds || kinds.includes(candidate.kind)) &&
        occursIn(subject, candidate.match ?? "") &&
        strikes(candidate) &&
        this.#random() * 100 < (candidate.percent ?? 100),
    );
    if (!fault) return undefined;
    fault.struck += 1;
    if (fault.times !== undefined && fault.struck >= fault.times) this.#spend(fault);
    else if (fault.kind === "slow") this.#announceLater();
    else this.#announce();
    return fault;
  }

  /**
   * Whether a fault makes a token count as one whose time is over.
   * @param issuedAt milliseconds since the epoch, in whole seconds as tokens have it
   */
  expires(subject: string, issuedAt: number, kinds?: readonly FaultKind[]): boolean {
    const strikes = ({ kind, at }: Fault) =>
      kind === "expire" || issuedAt < Math.floor(at / 1000) * 1000;
    return this.take("token", subject, { kinds, strikes }) !== undefined;
  }

  /** Calls back after every change, so that a standing socket can be cut at once. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #spend(fault: Fault): void {
    this.#spent = [fault, ...this.#spent].slice(0, maxSpent);
    this.clear(fault.id);
  }

  #announceLater(): void {
    this.#gathering ??= setTimeout(() => this.#announce(), gatherMs).unref();
  }

  #announce(): void {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    for (const listener of this.#listeners) listener();
  }
}

/** Whether the pieces between the asterisks occur one after the other. */
function occursIn(subject: string, pattern: string): boolean {
  let from = 0;
  return pattern.split("*").every((piece) => {
    const found = subject.indexOf(piece, from);
    from = found + piece.length;
    return found !== -1;
  });
}

/**
 * Has standing connections look, after every change, whether a fault strikes them.
 * @param connections those that stand; may change meanwhile
 * @returns stops it
 */
export function watchFaults(
  faults: Faults,
  connections: Iterable<{ heedFaults(): unknown }>,
): () => void {
  let isHeeding = false;
  return faults.onChange(() => {
    // Taking a fault announces a change in turn.
    if (isHeeding) return;
    isHeeding = true;
    for (const connection of connections) connection.heedFaults();
    isHeeding = false;
  });
}
