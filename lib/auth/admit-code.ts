import "server-only";
import { z } from "zod";
import { ApiError } from "@/lib/api/errors";
import { allowedUses, counterKey, type Limit, notCounted, tooOften } from "@/lib/api/rate-limit";
import { burstOf, conversionGuard, resendDelaysSeconds, sendLimits } from "@/lib/auth/limits";
import { addressOf, networkOf } from "@/lib/auth/network";
import { type Recipient, recipientHash } from "@/lib/auth/recipient";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { adminClient } from "@/lib/supabase/admin";
import { waitWords } from "@/lib/time/wait-words";

const wait = { wait_seconds: z.int() };
const answer = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("send"), sends: z.int() }),
  z.object({ outcome: z.literal("too-soon"), ...wait }),
  z.object({ outcome: z.literal("too-often"), ...wait }),
  z.object({ outcome: z.literal("held"), ...wait }),
]);

interface CodeRequest {
  recipient: Recipient;
  /** The client's address. */
  ip: string;
  /** The recipient has signed in with this browser before. */
  isKnownDevice: boolean;
}

/**
 * Counts a code that is to be sent, for all instances together and in one round trip.
 *
 * @returns how many codes went to the recipient in the last hour, since they last signed in
 * @throws ApiError `resend_too_soon`, `rate_limited` with the seconds to wait, `unavailable`
 */
export async function admitCode(request: CodeRequest): Promise<number> {
  const { data, error } = await adminClient().rpc("admit_code", codeCounters(request));
  if (error) throw notCounted(error);
  const decided = answer.parse(data);
  if (decided.outcome === "send") return decided.sends;
  const retryAfterSeconds = decided.wait_seconds;
  if (decided.outcome === "too-soon") {
    throw new ApiError(
      "resend_too_soon",
      `A code is on its way. You can ask for another ${waitWords(retryAfterSeconds)}.`,
      { retryAfterSeconds },
    );
  }
  if (decided.outcome === "too-often") throw tooOften(retryAfterSeconds);
  log.warn({ country: request.recipient.country }, "codes to a country held back");
  // Nobody is told why: who lives off these texts would learn what to change.
  throw new ApiError(
    "rate_limited",
    `No code can be sent at the moment. Please try again ${waitWords(retryAfterSeconds)}.`,
    { retryAfterSeconds },
  );
}

/**
 * What `admit_code` counts for a request, and up to how much. Whoever has signed in with this browser
 * before is real: neither others behind the same address, nor who asks for codes to their number from
 * elsewhere, nor an attack on their country holds them back. They have counters of their own for all
 * of these, or numbers that somebody earns from could be signed in once and texted without end.
 */
export function codeCounters({ recipient, ip, isKnownDevice }: CodeRequest) {
  const { address, network, recipient: toOne, knownRecipient } = sendLimits;
  const { codesPerCountryHour, rateLimitFactor } = env();
  const hash = recipientHash(recipient);
  // E-mail has no country, and costs next to nothing.
  const country = recipient.country ?? "";
  const here = isKnownDevice ? "-known" : "";
  const named = (name: string, max: number, windowSeconds = toOne.windowSeconds): Limit => ({
    ...{ name: name + here, max, windowSeconds },
  });
  const sender = isKnownDevice ? [] : [use(address, addressOf(ip)), use(network, networkOf(ip))];
  const receiver = [use(named(toOne.name, toOne.max), recipient.to)];
  if (isKnownDevice) receiver.push(use(knownRecipient, recipient.to));
  else if (country) {
    receiver.push(use(named("verify-start-burst", burstOf(codesPerCountryHour), 60), country));
  }
  if (country) receiver.push(use(named("verify-start-country", codesPerCountryHour), country));
  const turn = use(named("verify-turn", 1), hash);
  const hold = use(named("verify-held", conversionGuard.heldMax), country);
  const counted = [...sender, ...receiver];
  return {
    p_recipient_hash: hash,
    // No country, no guard over how many of its codes are typed.
    p_country: isKnownDevice ? "" : country,
    p_keys: counted.map(({ key }) => key),
    p_maxes: counted.map(({ max }) => max),
    p_windows_seconds: counted.map(({ windowSeconds }) => windowSeconds),
    p_senders: sender.length,
    p_turn_key: turn.key,
    p_turn_max: turn.max,
    p_delays_seconds: [...resendDelaysSeconds],
    p_hold_key: hold.key,
    p_hold_max: hold.max,
    p_least_sends: Math.ceil(conversionGuard.leastSends * rateLimitFactor),
    p_least_share: conversionGuard.leastShare,
  };
}

function use(limit: Limit, subject: string) {
  const { windowSeconds } = limit;
  return { key: counterKey({ limit, subject }), max: allowedUses(limit), windowSeconds };
}
