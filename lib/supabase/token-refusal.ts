import { fieldsOf } from "@/lib/fields";

/** Of PostgREST, for an access token that it cannot verify, or whose time or claims are wrong. */
const codes: readonly unknown[] = ["PGRST301", "PGRST303"];

/**
 * Whether Supabase does not take an access token that was good by what the app knows: its keys have
 * changed, or the clocks disagree. Whoever holds it has to sign in again.
 *
 * @see https://docs.postgrest.org/en/stable/references/errors.html
 */
export function isTokenRefusal(error: unknown): boolean {
  return codes.includes(fieldsOf(error).code);
}
