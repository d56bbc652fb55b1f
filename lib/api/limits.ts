import "server-only";
import type { Access, Declaration } from "@/lib/api/route";

interface KindOfLimit {
  /** Requests of one person in a window; null where nobody is signed in. */
  person: number | null;
  /** Requests of one address: many people may share it. */
  address: number;
  windowSeconds: number;
  /**
   * Counted in Postgres before the request is served. Otherwise each instance counts for itself and
   * tells Postgres within a second or so: such a request waits for no count.
   */
  exact: boolean;
}

const minute = 60;

/** How often each kind of request may be made, by one person and from one address. */
export const limitKinds = {
  reads: { person: 300, address: 3_000, windowSeconds: minute, exact: false },
  writes: { person: 240, address: 2_400, windowSeconds: minute, exact: true },
  /** What pages say by themselves: gone out of view, how good the line was. */
  signals: { person: 240, address: 2_400, windowSeconds: minute, exact: false },
  /** To end, leave, delete, block, report: nothing else a person does may use this up. */
  safety: { person: 240, address: 2_400, windowSeconds: minute, exact: false },
  tokens: { person: 60, address: 1_200, windowSeconds: minute, exact: false },
  calls: { person: 20, address: 400, windowSeconds: minute, exact: true },
  messages: { person: 60, address: 600, windowSeconds: minute, exact: true },
  uploads: { person: 30, address: 300, windowSeconds: minute, exact: true },
  moderation: { person: 300, address: 3_000, windowSeconds: minute, exact: false },
  /** Codes are counted once more, closely, where they are sent and checked. */
  codes: { person: null, address: 120, windowSeconds: minute, exact: false },
  open: { person: null, address: 600, windowSeconds: minute, exact: false },
  schedule: { person: null, address: 60, windowSeconds: minute, exact: false },
} as const satisfies Record<string, KindOfLimit>;

export type LimitKind = keyof typeof limitKinds;

/**
 * The kind of limit that a route has, by who may call it and how, unless it names another.
 *
 * @param verb - the HTTP method
 * @returns null for what Twilio signed: it is as much as there are calls, and must not be lost
 */
export function limitKindOf(
  { access, kind }: { access: Access; kind?: LimitKind },
  verb: string,
): LimitKind | null {
  if (kind) return kind;
  if (access === "twilio") return null;
  if (access === "public") return "open";
  if (access === "cron") return "schedule";
  if (access === "moderator") return "moderation";
  if (verb === "GET" || verb === "HEAD") return "reads";
  return verb === "DELETE" ? "safety" : "writes";
}

/** How often a route may be called, for its reference; empty for what Twilio calls. */
export function limitWords({ limit, ...declaration }: Declaration, verb: string): string {
  const kind = limitKindOf(declaration, verb);
  if (!kind) return "";
  const { person, address, windowSeconds } = limitKinds[kind];
  const all = [
    person && `${person} in ${windowSeconds} seconds with all other ${kind} of one person`,
    `${address} in ${windowSeconds} seconds of one address`,
    limit && `${limit.max} in ${limit.windowSeconds} seconds`,
  ];
  return `At most ${all.filter(Boolean).join(", ")}.`;
}
