import "server-only";
import { adminClient } from "@/lib/supabase/admin";

/**
 * A person's own verified telephone, for Twilio alone.
 *
 * @returns E.164; null without one
 * @throws PostgrestError when the database does not answer
 */
export async function ownTelephone(profileId: string): Promise<string | null> {
  const { data } = await adminClient()
    .from("private_profiles")
    .select("phone")
    .eq("id", profileId)
    .maybeSingle()
    .throwOnError();
  return data?.phone ?? null;
}
