import jwt from "jsonwebtoken";
import { z } from "zod";
import type { TokenIssuers } from "../keys.ts";

/** A refusal that the SDK turns into an error, by its code at Twilio's error dictionary. */
export class SignalError extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.name = "SignalError";
    this.code = code;
  }
}

/** What a valid token lets its bearer do. */
export interface VoiceAccess {
  identity: string;
  /** Milliseconds since the epoch. */
  issuedAt: number;
  expiresAt: number;
  /** The application that outgoing calls run, if they are allowed. */
  outgoingApplicationSid: string | null;
  incomingAllowed: boolean;
}

/** @see https://www.twilio.com/docs/iam/access-tokens */
const payloadSchema = z.object({
  iss: z.string(),
  sub: z.string(),
  iat: z.number().default(0),
  exp: z.number(),
  nbf: z.number().optional(),
  grants: z.object({
    identity: z.string().min(1),
    voice: z.object({
      outgoing: z.object({ application_sid: z.string() }).optional(),
      incoming: z.object({ allow: z.boolean() }).optional(),
    }),
  }),
});

export const expired = () => new SignalError(31205, "JWT token expired");
const invalid = () => new SignalError(31204, "JWT token is invalid");

/**
 * Checks a Voice access token.
 * @param now milliseconds since the epoch
 * @throws SignalError 31201 for a key or account other than the issuers', 31204 for a wrong
 *   signature or shape or one that is not yet valid, 31205 when it has expired
 */
export function verifyAccessToken(token: string, issuers: TokenIssuers, now: number): VoiceAccess {
  const claimed = payloadSchema.safeParse(jwt.decode(token));
  if (!claimed.success) throw invalid();
  const { iss, sub, iat, exp, nbf, grants } = claimed.data;
  const secret = issuers.secretOf(iss);
  if (secret === undefined || sub !== issuers.accountSid) {
    throw new SignalError(31201, "Authentication failed");
  }
  if (!hasSignature(token, secret)) throw invalid();
  if (exp * 1000 <= now) throw expired();
  if (nbf !== undefined && nbf * 1000 > now) throw invalid();
  return {
    identity: grants.identity,
    issuedAt: iat * 1000,
    expiresAt: exp * 1000,
    outgoingApplicationSid: grants.voice.outgoing?.application_sid ?? null,
    incomingAllowed: grants.voice.incoming?.allow ?? false,
  };
}

/** Whether the secret has signed the token; its dates are not looked at. */
export function hasSignature(token: string, secret: string): boolean {
  try {
    // The dates are compared with the sandbox's own clock, and so told apart.
    jwt.verify(token, secret, {
      algorithms: ["HS256"],
      ignoreExpiration: true,
      ignoreNotBefore: true,
    });
    return true;
  } catch (error) {
    if (error instanceof jwt.JsonWebTokenError) return false;
    throw error;
  }
}
