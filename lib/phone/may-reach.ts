import "server-only";
import { ApiError } from "@/lib/api/errors";
import { type Env, env } from "@/lib/env";

/** Where outbound texts and calls may go. */
export type OutboundRules = Pick<Env, "deployment"> & {
  outbound: Pick<Env["outbound"], "allowList">;
};

/**
 * Numbers that Twilio answers itself, without a phone or a charge.
 * https://www.twilio.com/docs/iam/test-credentials
 */
export function isMagicNumber(e164: string): boolean {
  return /^\+1500555\d{4}$/.test(e164);
}

/**
 * Whether this deployment may text or call a number. Production may reach anybody; elsewhere a
 * mistake would ring a stranger, so only allow-listed and magic numbers are reached.
 *
 * @param e164 - the number that would be texted or called
 */
export function mayReach(e164: string, rules: OutboundRules = env()): boolean {
  if (rules.deployment === "production" || isMagicNumber(e164)) return true;
  return rules.outbound.allowList.some((allowed) =>
    allowed.endsWith("*") ? e164.startsWith(allowed.slice(0, -1)) : e164 === allowed,
  );
}

/**
 * The guard in front of every outbound text and call.
 *
 * @throws ApiError `number_not_allowed`
 */
export function requireReach(e164: string, rules?: OutboundRules): void {
  if (mayReach(e164, rules)) return;
  throw new ApiError(
    "number_not_allowed",
    "This is a test installation, which texts and calls only the numbers on its list.",
    { fields: { phone: "is not on the list of test numbers" } },
  );
}
