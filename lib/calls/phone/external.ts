import "server-only";
import { ApiError } from "@/lib/api/errors";
import { env } from "@/lib/env";
import { requireCallable } from "@/lib/phone/require-callable";

/**
 * The guard in front of calls to numbers outside of Duet.
 *
 * @param number - with its country code
 * @returns E.164
 * @throws ApiError `external_calls_off`, what requireCallable throws, or `number_not_allowed` for
 *   the numbers through which Duet itself connects calls
 */
export function requireExternal(number: string): string {
  const { telephony } = env();
  if (!telephony?.allowExternal) {
    throw new ApiError("external_calls_off", "Only matches can be called from here.");
  }
  const { e164 } = requireCallable(number);
  if (e164 === telephony.mainNumber || telephony.poolNumbers.includes(e164)) {
    throw new ApiError(
      "number_not_allowed",
      "This number connects calls between matches. Call it from your own phone.",
      { fields: { to: "is a number of Duet's own" } },
    );
  }
  return e164;
}
