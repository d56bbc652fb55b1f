import "server-only";
import { ApiError } from "@/lib/api/errors";
import { env } from "@/lib/env";
import { keyedHash } from "@/lib/keyed-hash";
import { parsePhone } from "@/lib/phone/parse";

/** Who proves to be reached: by number or by e-mail address. */
export type Recipient =
  | { kind: "phone"; to: string; country: string }
  | { kind: "email"; to: string; country: null };

/**
 * The recipient that a request names.
 *
 * @throws ApiError `invalid_request` unless it names exactly one; as `parsePhone` does for a number
 */
export function readRecipient({ phone, email }: { phone?: string; email?: string }): Recipient {
  if (phone !== undefined && email === undefined) {
    const { e164, country } = parsePhone(phone, env().outbound.countries);
    return { kind: "phone", to: e164, country };
  }
  if (email !== undefined && phone === undefined) {
    return { kind: "email", to: email.toLowerCase(), country: null };
  }
  throw new ApiError("invalid_request", "Give a phone number or an e-mail address.", {
    fields: { phone: "or email must be given, not both" },
  });
}

/** What stands for a recipient in the tables. */
export function recipientHash({ kind, to }: Recipient): string {
  return keyedHash(`${kind}:${to}`);
}
