import "server-only";
import { ApiError } from "@/lib/api/errors";
import { env } from "@/lib/env";
import { requireReach } from "@/lib/phone/may-reach";
import { type ParsedPhone, parsePhone } from "@/lib/phone/parse";

/**
 * The guard in front of every number that is called, whoever asks for it: a person, a forwarding
 * rule, or TwiML of which a browser has named the number.
 *
 * @param text - a number with its country code, as a person or a program writes it
 * @param field - of the request that names it: errors speak of it
 * @throws ApiError `invalid_phone`, `unsupported_country`, `premium_number`, or outside production
 *   `number_not_allowed`
 */
export function requireCallable(text: string, field = "to"): ParsedPhone {
  try {
    const parsed = parsePhone(text, env().outbound.countries);
    requireReach(parsed.e164);
    return parsed;
  } catch (error) {
    throw error instanceof ApiError && error.fields?.phone
      ? new ApiError(error.code, error.message, { fields: { [field]: error.fields.phone } })
      : error;
  }
}

/** Whether a number may be called, for TwiML: what was allowed once may not be any more. */
export function isCallable(text: string): boolean {
  try {
    requireCallable(text);
    return true;
  } catch (error) {
    if (error instanceof ApiError) return false;
    throw error;
  }
}
