import { connect } from "@/lib/supabase/connect";

/** The display name of somebody who called; null when this person may not know it any more. */
export async function callerName(profileId: string): Promise<string | null> {
  const { data } = await (await connect())
    .from("profiles")
    .select("display_name")
    .eq("id", profileId)
    .maybeSingle();
  return data?.display_name ?? null;
}
