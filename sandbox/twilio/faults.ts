export type FaultTarget = "webhook" | "rest" | "edge" | "token";
export type FaultKind = "drop" | "delay" | "duplicate" | "reorder" | "status" | "cut" | "expire";

export interface FaultInput {
  target: FaultTarget;
  kind: FaultKind;
  /** Applies only to subjects containing this text; every subject when absent. */
  match?: string;
  status?: 429 | 500;
  delayMs?: number;
  /** How often it strikes before it is spent; without a limit when absent. */
  times?: number;
}

export interface Fault extends FaultInput {
  id: number;
  struck: number;
}

/** The list of disturbances that a tester has switched on. */
export class Faults {
  #active: Fault[] = [];
  #nextId = 1;
  #listeners = new Set<() => void>();

  add(input: FaultInput): Fault {
    const fault = { ...input, id: this.#nextId++, struck: 0 };
    this.#active.push(fault);
    this.#announce();
    return fault;
  }

  list(): readonly Fault[] {
    return this.#active;
  }

  /** Removes one fault, or all without an id. */
  clear(id?: number): void {
    this.#active = id === undefined ? [] : this.#active.filter((fault) => fault.id !== id);
    this.#announce();
  }

  /**
   * The first fault that hits the subject, counted as one strike.
   * @param subject what `match` is compared with: URL and parameters, identity, path
   * @param kinds limits the search to these kinds
   */
  take(target: FaultTarget, subject: string, kinds?: readonly FaultKind[]): Fault | undefined {
    const fault = this.#active.find(
      (candidate) =>
        candidate.target === target &&
        (!kinds || kinds.includes(candidate.kind)) &&
        subject.includes(candidate.match ?? ""),
    );
    if (!fault) return undefined;
    fault.struck += 1;
    if (fault.times !== undefined && fault.struck >= fault.times) this.clear(fault.id);
    else this.#announce();
    return fault;
  }

  /** Calls back after every change, so that a standing socket can be cut at once. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #announce(): void {
    for (const listener of this.#listeners) listener();
  }
}

/**
 * Has standing connections look, after every change, whether a fault strikes them.
 * @param connections those that stand; may change meanwhile
 * @returns stops it
 */
export function watchFaults(
  faults: Faults,
  connections: Iterable<{ cutIfFaulty(): unknown }>,
): () => void {
  let isCutting = false;
  return faults.onChange(() => {
    // Taking a fault announces a change in turn.
    if (isCutting) return;
    isCutting = true;
    for (const connection of connections) connection.cutIfFaulty();
    isCutting = false;
  });
}
