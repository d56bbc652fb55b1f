import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
} from "node:crypto";
import jwt from "jsonwebtoken";
import { z } from "zod";

const claimsSchema = z.looseObject({
  sub: z.string().optional(),
  role: z.string(),
  session_id: z.string().optional(),
  /** Seconds since 1970. */
  iat: z.number().optional(),
  exp: z.number().optional(),
});
export type Claims = z.infer<typeof claimsSchema>;

/** What a client knows of a user and a hosted project puts into the access token. */
interface TokenUser {
  phone: string;
  app_metadata: Record<string, unknown>;
  user_metadata: Record<string, unknown>;
}

/**
 * Hosted projects sign access tokens with ES256, so that `getClaims()` verifies
 * them without a request. Lite knows HS256 alone. This exchanges one for the
 * other at the sandbox's edge.
 */
export interface Tokens {
  /** Content of /auth/v1/.well-known/jwks.json. */
  jwks: { keys: JsonWebKey[] };
  /** Claims of an access token with a good signature, expired only if accepted; null otherwise. */
  verify(token: string, options?: { acceptExpired: boolean }): Claims | null;
  /** For null, a token that Lite refuses for its signature. */
  toLite(claims: Claims | null): string;
  fromLite(token: string, user: TokenUser): string;
  /** Whether Lite signed this token and it has not expired. */
  isLites(token: string): boolean;
}

export function generateSigningKey(): string {
  return generateKeyPairSync("ec", { namedCurve: "P-256" })
    .privateKey.export({ format: "pem", type: "pkcs8" })
    .toString();
}

export function createTokens(options: {
  signingKey: string;
  liteSecret: string;
  /** URL of the auth service. */
  issuer: string;
  /** Whether a token counts as expired before its time. */
  isOutdated?: ((claims: Claims) => boolean) | undefined;
}): Tokens {
  const privateKey = createPrivateKey(options.signingKey);
  const publicKey = createPublicKey(privateKey);
  const jwk = publicKey.export({ format: "jwk" });
  const keyid = `${jwk.x}`.slice(0, 16);

  return {
    jwks: { keys: [{ ...jwk, kid: keyid, alg: "ES256", use: "sig", key_ops: ["verify"] }] },
    verify(token, { acceptExpired } = { acceptExpired: false }) {
      const ignoreExpiration = acceptExpired;
      const payload = payloadOf(token, publicKey, { algorithms: ["ES256"], ignoreExpiration });
      const claims = claimsSchema.safeParse(payload).data ?? null;
      if (!claims || !options.isOutdated?.(claims)) return claims;
      return acceptExpired ? { ...claims, exp: claims.iat ?? 0 } : null;
    },
    isLites: (token) => payloadOf(token, options.liteSecret, { algorithms: ["HS256"] }) !== null,
    toLite: (claims) =>
      jwt.sign(claims ?? {}, claims ? options.liteSecret : "nobody's", { algorithm: "HS256" }),
    fromLite(token, user) {
      const claims = claimsSchema.parse(
        jwt.verify(token, options.liteSecret, { algorithms: ["HS256"] }),
      );
      return jwt.sign(
        {
          iss: options.issuer,
          ...claims,
          phone: user.phone,
          app_metadata: user.app_metadata,
          user_metadata: user.user_metadata,
          aal: "aal1",
          amr: [{ method: "otp", timestamp: claims.iat }],
          is_anonymous: false,
        },
        privateKey,
        { algorithm: "ES256", keyid },
      );
    },
  };
}

/** Payload of a token with a good signature; null for any other. */
function payloadOf(
  token: string,
  key: jwt.PublicKey | string,
  options: jwt.VerifyOptions,
): unknown {
  try {
    return jwt.verify(token, key, options);
  } catch (error) {
    if (error instanceof jwt.JsonWebTokenError) return null;
    throw error;
  }
}
