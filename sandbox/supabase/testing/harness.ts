import { fileURLToPath } from "node:url";
import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { type SandboxSupabase, type SupabaseOptions, startSupabase } from "../server.ts";

/** Starts a sandbox in memory with the schema of the contract tests. */
export function startTestSupabase(options?: Partial<SupabaseOptions>): Promise<SandboxSupabase> {
  const migrationsDir = fileURLToPath(new URL("./migrations", import.meta.url));
  return startSupabase({ port: 0, dataDir: null, migrationsDir, ...options });
}

const auth = { persistSession: false, autoRefreshToken: false };

/** A client as in a browser where nobody has signed in. */
export function visitor(supabase: SandboxSupabase): SupabaseClient {
  return createClient(supabase.url, supabase.publishableKey, { auth });
}

/** A client with the secret key. */
export function service(supabase: SandboxSupabase): SupabaseClient {
  return createClient(supabase.url, supabase.secretKey, { auth });
}

/** Creates a user and gives back the hash of a sign-in link for them. */
export async function invite(supabase: SandboxSupabase, email: string): Promise<string> {
  const { admin } = service(supabase).auth;
  const created = await admin.createUser({ email, email_confirm: true });
  if (created.error) throw created.error;
  const link = await admin.generateLink({ type: "magiclink", email });
  if (link.error) throw link.error;
  return link.data.properties.hashed_token;
}

/** A client in which a new user has just signed in. */
export async function signIn(
  supabase: SandboxSupabase,
  email: string,
): Promise<{ client: SupabaseClient; id: string }> {
  const token_hash = await invite(supabase, email);
  const client = visitor(supabase);
  const { data, error } = await client.auth.verifyOtp({ token_hash, type: "email" });
  if (error) throw error;
  if (!data.user) throw new Error("The session has no user.");
  return { client, id: data.user.id };
}
