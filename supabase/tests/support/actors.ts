import type { Transaction } from "../../../sandbox/supabase/database.ts";
import { personId } from "./world.ts";

/**
 * Everybody in relation to the owner: each from `member` to `blocker` has a match
 * of their own with the owner, in the state that the name says.
 */
export const actors = [
  "anonymous",
  "newcomer", // signed in, no profile yet
  "owner",
  "member",
  "former", // left the match
  "ended", // the match ended
  "blocked", // by the owner
  "blocker", // of the owner
  "stranger",
  "service",
] as const;
export type Actor = (typeof actors)[number];

/** What PostgREST and Realtime do before a request of this actor, until the transaction ends. */
export async function actAs(tx: Transaction, actor: Actor): Promise<void> {
  if (actor === "anonymous") return become(tx, "anon");
  if (actor === "service") return become(tx, "service_role");
  return become(tx, "authenticated", personId(actor));
}

/** Becomes a role of the API, and the person of the id. */
export async function become(
  tx: Transaction,
  role: "anon" | "authenticated" | "service_role",
  profileId?: string,
): Promise<void> {
  await tx.query(
    "select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)",
    [role, JSON.stringify({ role, sub: profileId })],
  );
}
