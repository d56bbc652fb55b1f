import type { Actor } from "../support/actors.ts";

/** What somebody tries: a statement (names as in `fillIn`) and who succeeds with it. */
type Attempt = [sql: string, may: readonly Actor[]];

/** Attempts by a sentence that says what is tried. */
type Attempts = Record<string, Attempt>;

/** What may be done with a table, and by whom. */
export interface TablePolicy {
  /** Columns that signed-in people have any right to; rows are another matter. */
  columns: { select: "all" | string[]; insert: string[]; update: string[] };
  select: Attempts;
  insert: Attempts;
  update: Attempts;
  delete: Attempts;
}

export const service: readonly Actor[] = ["service"];
export const ownerOnly: readonly Actor[] = ["owner", "service"];
/** The two people of a live match without a block. */
export const members: readonly Actor[] = ["owner", "member", "service"];
export const signedInWithProfile: readonly Actor[] = [
  "owner",
  "member",
  "former",
  "ended",
  "blocked",
  "blocker",
  "stranger",
  "service",
];
