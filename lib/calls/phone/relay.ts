import "server-only";
import { z } from "zod";
import { ApiError } from "@/lib/api/errors";
import { poolNumbers } from "@/lib/calls/phone/pool";
import { type CallRefusal, callRefusal } from "@/lib/calls/refusal";
import { env } from "@/lib/env";
import { adminClient } from "@/lib/supabase/admin";

const decision = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("refused") }),
  z.object({
    outcome: z.literal("open"),
    number: z.string().nullable(),
    expires_at: z.string().nullable(),
    extension: z.number(),
    you_take_calls: z.boolean(),
    they_take_calls: z.boolean(),
    your_phone: z.string().nullable(),
    refusal: callRefusal.nullable(),
  }),
]);

/** How two people may reach each other by telephone. */
export interface Relay {
  /** The number of the pool that joins them, E.164; null when something is missing for one. */
  number: string | null;
  /** ISO 8601 */
  expiresAt: string | null;
  /** What this person keys in on the main line to reach the match. */
  extension: number;
  /** E.164 */
  mainNumber: string;
  youTakeCalls: boolean;
  theyTakeCalls: boolean;
  /** Their own telephone, E.164: never for anybody else. */
  yourPhone: string | null;
  /** Why a call would not be put through; null when it would. */
  refusal: CallRefusal | null;
}

/**
 * Lends the two people of a match a number, for another 30 days when they have one already.
 *
 * @throws ApiError `not_configured` without telephony, `not_found` when it is no live match of
 *   theirs with a person they can reach
 * @throws PostgrestError when the database does not answer
 */
export async function openRelay(matchId: string, profileId: string): Promise<Relay> {
  const { telephony } = env();
  if (!telephony) throw new ApiError("not_configured", "Phone calls are not set up here.");
  const { data } = await adminClient()
    .rpc("open_relay", {
      p_match_id: matchId,
      p_profile_id: profileId,
      p_pool: await poolNumbers(),
    })
    .throwOnError();
  const relay = decision.parse(data);
  if (relay.outcome === "refused") throw new ApiError("not_found", "There is no such match.");
  return {
    number: relay.number,
    expiresAt: relay.expires_at,
    extension: relay.extension,
    mainNumber: telephony.mainNumber,
    youTakeCalls: relay.you_take_calls,
    theyTakeCalls: relay.they_take_calls,
    yourPhone: relay.your_phone,
    refusal: relay.refusal,
  };
}

/** Whether only a free number is missing. */
export function lacksNumber(relay: Relay): boolean {
  const { number, youTakeCalls, theyTakeCalls, yourPhone } = relay;
  const mayHaveOne = youTakeCalls && theyTakeCalls && yourPhone !== null;
  return mayHaveOne && number === null && (env().telephony?.poolNumbers.length ?? 0) > 0;
}
