import "server-only";
import { z } from "zod";
import { adminClient } from "@/lib/supabase/admin";
import { Constants } from "@/lib/supabase/database.types";

const rule = z.object({
  condition: z.enum(Constants.public.Enums.forwarding_condition),
  /** E.164 */
  forward_to: z.string(),
  /** Seconds that it rings. */
  ring_timeout: z.number(),
  /** It is a number of our own account. */
  ours: z.boolean(),
});
export type PlannedRule = z.infer<typeof rule>;

const plan = z.object({
  outcome: z.literal("open"),
  call_id: z.uuid(),
  match_id: z.uuid().nullable(),
  /** The number that was called, E.164: what every side sees. */
  number: z.string(),
  number_name: z.string(),
  owner_id: z.uuid(),
  owner_name: z.string(),
  greeting: z.string().nullable(),
  /** Null unless a match calls. */
  caller_id: z.uuid().nullable(),
  caller_name: z.string().nullable(),
  /** The owner is in another call. */
  busy: z.boolean(),
  /** Somebody has talked to the caller. */
  joined: z.boolean(),
  /** Those that are on, in the order in which they are tried. */
  rules: z.array(rule),
});
export type OwnedCall = z.infer<typeof plan>;

const decision = z.union([plan, z.object({ outcome: z.literal("refused") })]);

/**
 * Asks whether a call to somebody's own number is put through, and opens its row if so. Asking again
 * about the same call gives the same answer.
 *
 * @param call - CallSid of the caller's leg; who calls and the number called, E.164
 * @returns null when it is refused: nothing is recorded then
 * @throws PostgrestError when the database does not answer
 */
export async function beginOwnedCall(call: {
  providerSid: string;
  from: string;
  number: string;
}): Promise<OwnedCall | null> {
  const { data } = await adminClient()
    .rpc("begin_owned_call", {
      p_provider_sid: call.providerSid,
      p_from: call.from,
      p_number: call.number,
    })
    .throwOnError();
  return planOf(data);
}

/**
 * A call to somebody's own number as it stands.
 *
 * @param providerSid - CallSid of the caller's leg
 * @returns null when there is none, its number was released, or its owner has blocked who calls
 * @throws PostgrestError when the database does not answer
 */
export async function findOwnedCall(providerSid: string): Promise<OwnedCall | null> {
  const { data } = await adminClient()
    .rpc("owned_call", { p_provider_sid: providerSid })
    .throwOnError();
  return data === null ? null : planOf(data);
}

function planOf(data: unknown): OwnedCall | null {
  const decided = decision.parse(data);
  return decided.outcome === "open" ? decided : null;
}
