import { roleOfKey } from "./keys.ts";
import type { Claims, Tokens } from "./tokens.ts";

export type Credentials =
  | { kind: "claims"; claims: Claims }
  | { kind: "no-key" }
  | { kind: "bad-key" }
  | { kind: "bad-token" };

/**
 * Who sends an API key and perhaps an access token: the token's claims when there
 * is one, the role of the key otherwise. As on hosted projects, a key in the place
 * of a token counts for nothing, and no token counts without a key.
 */
export function readCredentials(
  apiKey: string | null | undefined,
  token: string | null | undefined,
  tokens: Tokens,
): Credentials {
  if (!apiKey) return { kind: "no-key" };
  const role = roleOfKey(apiKey);
  if (!role) return { kind: "bad-key" };
  if (!token || token.startsWith("sb_")) return { kind: "claims", claims: { role } };
  const claims = tokens.verify(token);
  return claims ? { kind: "claims", claims } : { kind: "bad-token" };
}

/** Credentials in the headers of a request: `apikey` and `Authorization: Bearer`. */
export function requestCredentials(request: Request, tokens: Tokens): Credentials {
  const [, bearer] = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "") ?? [];
  return readCredentials(request.headers.get("apikey"), bearer, tokens);
}
