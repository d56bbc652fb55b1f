import { randomBytes } from "node:crypto";

type Meta = Record<string, unknown> & { phx_ref: string };
export type PresenceState = Record<string, { metas: Meta[] }>;
export interface PresenceDiff {
  joins: PresenceState;
  leaves: PresenceState;
}

/**
 * Who is present on one topic. A key, which may stand for a person, has one meta
 * for each connection that tracks it. Shapes: hexdocs.pm/phoenix, Phoenix.Presence.
 */
export class Presence {
  readonly #tracked = new Map<object, { key: string; meta: Meta }>();

  /** Records what `owner` says of itself, in place of what it said before. */
  track(owner: object, key: string, payload: Record<string, unknown>): PresenceDiff {
    const before = this.#tracked.get(owner);
    const meta: Meta = {
      ...payload,
      phx_ref: randomBytes(9).toString("base64url"),
      ...(before && { phx_ref_prev: before.meta.phx_ref }),
    };
    this.#tracked.set(owner, { key, meta });
    return { joins: stateOf([{ key, meta }]), leaves: stateOf(before ? [before] : []) };
  }

  /** Forgets `owner`; null when it was not present. */
  untrack(owner: object): PresenceDiff | null {
    const before = this.#tracked.get(owner);
    if (!before) return null;
    this.#tracked.delete(owner);
    return { joins: {}, leaves: stateOf([before]) };
  }

  state(): PresenceState {
    return stateOf([...this.#tracked.values()]);
  }
}

function stateOf(entries: { key: string; meta: Meta }[]): PresenceState {
  const state: PresenceState = {};
  for (const { key, meta } of entries) {
    const present = state[key] ?? { metas: [] };
    present.metas.push(meta);
    state[key] = present;
  }
  return state;
}
