import "server-only";
import type { SupabaseClient } from "@supabase/supabase-js";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { Viewer } from "@/components/shell/viewer-context";
import { isModerator } from "@/lib/api/caller";
import type { Database } from "@/lib/supabase/database.types";
import { createServerClient } from "@/lib/supabase/server";
import { isTokenRefusal } from "@/lib/supabase/token-refusal";

type Visitor =
  | { state: "nobody" }
  | { state: "no-profile" }
  /** Suspended, or about to be deleted. */
  | { state: "closed"; viewer: Viewer; closed: ClosedAccount }
  | { state: "viewer"; viewer: Viewer; isModerator: boolean };

/** Why an account is closed; times in ISO 8601. */
interface ClosedAccount {
  leavingAt: string | null;
  suspendedAt: string | null;
  suspendedFor: string | null;
}

async function profileOf(client: SupabaseClient<Database>, id: string) {
  const { data } = await client
    .from("profiles")
    .select("id, display_name, avatar_path, leaving_at, suspended_at, suspended_for")
    .eq("id", id)
    .maybeSingle()
    .throwOnError();
  return data;
}

/** Who is asking, once a request. @throws Error when the database does not answer */
export const visitor = cache(async (): Promise<Visitor> => {
  const client = await createServerClient();
  const { data } = await client.auth.getClaims();
  if (!data) return { state: "nobody" };
  const profile = await profileOf(client, data.claims.sub).catch((error: unknown) => {
    if (isTokenRefusal(error)) return undefined;
    throw error;
  });
  if (profile === undefined) return { state: "nobody" };
  if (!profile) return { state: "no-profile" };
  const { id, display_name: name, avatar_path: picture } = profile;
  const viewer = { id, name, picture };
  const { leaving_at: leavingAt, suspended_at: suspendedAt, suspended_for: suspendedFor } = profile;
  if (leavingAt || suspendedAt) {
    return { state: "closed", viewer, closed: { leavingAt, suspendedAt, suspendedFor } };
  }
  return { state: "viewer", viewer, isModerator: isModerator(data.claims) };
});

/**
 * The signed-in person; anyone else is sent to sign in, to make a profile, or to read why their
 * account is closed.
 *
 * @param path - where to come back to
 */
export async function requireViewer(path: string): Promise<Viewer> {
  const found = await visitor();
  if (found.state === "viewer") return found.viewer;
  if (found.state === "closed") redirect("/closed");
  const next = encodeURIComponent(path);
  redirect(found.state === "nobody" ? `/signin?next=${next}` : `/welcome?next=${next}`);
}

/** The signed-in moderator; for anyone else there is no such page. */
export async function requireModeratorPage(): Promise<Viewer> {
  const found = await visitor();
  if (found.state === "viewer" && found.isModerator) return found.viewer;
  return notFound();
}
