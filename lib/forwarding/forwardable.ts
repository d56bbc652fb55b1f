import "server-only";
import { ApiError } from "@/lib/api/errors";
import { env } from "@/lib/env";
import { parsePhone } from "@/lib/phone/parse";
import { requireCallable } from "@/lib/phone/require-callable";
import { adminClient } from "@/lib/supabase/admin";

/**
 * A number that calls may be forwarded to. Numbers of our own are, also where a test installation
 * calls no others: they ring nobody but people here.
 *
 * @param text - with its country code
 * @returns E.164
 * @throws ApiError as requireCallable does, about the field `forwardTo`
 * @throws PostgrestError when the database does not answer
 */
export async function requireForwardable(text: string): Promise<string> {
  try {
    return requireCallable(text, "forwardTo").e164;
  } catch (error) {
    if (!(error instanceof ApiError && error.code === "number_not_allowed")) throw error;
    const { e164 } = parsePhone(text, env().outbound.countries);
    if (await isOurs(e164)) return e164;
    throw error;
  }
}

async function isOurs(e164: string): Promise<boolean> {
  const { data } = await adminClient()
    .from("phone_numbers")
    .select("id")
    .eq("number", e164)
    .is("released_at", null)
    .maybeSingle()
    .throwOnError();
  return data !== null;
}
