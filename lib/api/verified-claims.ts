import "server-only";
import type { AuthError, JwtPayload } from "@supabase/supabase-js";
import { adminClient } from "@/lib/supabase/admin";

const rememberedSeconds = 60;
const maxTokens = 5_000;
const remembered = new Map<string, { claims: JwtPayload; until: number }>();

export interface VerifiedClaims {
  /** Null when the token is not valid, or when that cannot be told. */
  claims: JwtPayload | null;
  error: AuthError | null;
}

/**
 * Verifies an access token with the project's public keys, in this process. The answer is
 * remembered for a minute, and never past the token's own end, since pages send the same token
 * with request after request and the check costs more than most of what follows.
 */
export async function verifiedClaims(token: string): Promise<VerifiedClaims> {
  const now = Date.now();
  const known = remembered.get(token);
  if (known && known.until > now) return { claims: known.claims, error: null };
  remembered.delete(token);

  const { data, error } = await adminClient().auth.getClaims(token).catch(unverifiable);
  if (!data) return { claims: null, error };
  if (remembered.size >= maxTokens) remembered.clear();
  const until = Math.min(now + rememberedSeconds * 1000, data.claims.exp * 1000);
  remembered.set(token, { claims: data.claims, until });
  return { claims: data.claims, error: null };
}

/** getClaims throws on text that is no JWT at all. */
function unverifiable() {
  return { data: null, error: null };
}
