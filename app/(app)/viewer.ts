import "server-only";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Viewer } from "@/components/shell/viewer-context";
import { createServerClient } from "@/lib/supabase/server";

type Visitor = { state: "nobody" } | { state: "no-profile" } | { state: "viewer"; viewer: Viewer };

/** Who is asking, once a request. @throws Error when the database does not answer */
export const visitor = cache(async (): Promise<Visitor> => {
  const client = await createServerClient();
  const { data } = await client.auth.getClaims();
  if (!data) return { state: "nobody" };
  const { data: profile } = await client
    .from("profiles")
    .select("id, display_name, avatar_path")
    .eq("id", data.claims.sub)
    .maybeSingle()
    .throwOnError();
  if (!profile) return { state: "no-profile" };
  const { id, display_name: name, avatar_path: picture } = profile;
  return { state: "viewer", viewer: { id, name, picture } };
});

/**
 * The signed-in person; anyone else is sent to sign in, or to make a profile.
 *
 * @param path - where to come back to
 */
export async function requireViewer(path: string): Promise<Viewer> {
  const found = await visitor();
  if (found.state === "viewer") return found.viewer;
  const next = encodeURIComponent(path);
  redirect(found.state === "nobody" ? `/signin?next=${next}` : `/welcome?next=${next}`);
}
