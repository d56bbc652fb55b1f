import jwt from "jsonwebtoken";
import { z } from "zod";
import { hasSignature } from "../edge/access-token.ts";
import type { TokenIssuers } from "../keys.ts";
import { RoomError } from "../rooms/room-error.ts";

/** What a valid token lets its bearer do. */
export interface VideoAccess {
  identity: string;
  /** Milliseconds since the epoch. */
  issuedAt: number;
  /** SID or unique name of the one room it opens; null opens any. */
  room: string | null;
}

/** @see https://www.twilio.com/docs/iam/access-tokens */
const payloadSchema = z.object({
  iss: z.string(),
  sub: z.string(),
  iat: z.number().default(0),
  exp: z.number(),
});

const grantsSchema = z.object({
  nbf: z.number().default(0),
  grants: z.object({
    identity: z.string().min(1),
    video: z.object({ room: z.string().optional() }),
  }),
});

/** Refusals of a token, in the SDK's words. */
export const tokenErrors = {
  invalid: { code: 20101, message: "Invalid Access Token" },
  issuer: { code: 20103, message: "Invalid Access Token issuer/subject" },
  expired: { code: 20104, message: "Access Token expired or expiration date invalid" },
  notYet: { code: 20105, message: "Access Token not yet valid" },
  grants: { code: 20106, message: "Invalid Access Token grants" },
  signature: { code: 20107, message: "Invalid Access Token signature" },
} as const;

/**
 * Checks a Video access token.
 * @param now milliseconds since the epoch
 * @throws RoomError with one of `tokenErrors`
 */
export function verifyVideoToken(token: string, issuers: TokenIssuers, now: number): VideoAccess {
  const decoded = jwt.decode(token);
  const claimed = payloadSchema.safeParse(decoded);
  if (!claimed.success) throw new RoomError(tokenErrors.invalid);
  const { iss, sub, iat, exp } = claimed.data;
  const secret = issuers.secretOf(iss);
  if (secret === undefined || sub !== issuers.accountSid) throw new RoomError(tokenErrors.issuer);
  if (!hasSignature(token, secret)) throw new RoomError(tokenErrors.signature);
  if (exp * 1000 <= now) throw new RoomError(tokenErrors.expired);
  const granted = grantsSchema.safeParse(decoded);
  if (!granted.success) throw new RoomError(tokenErrors.grants);
  const { nbf, grants } = granted.data;
  if (nbf * 1000 > now) throw new RoomError(tokenErrors.notYet);
  return { identity: grants.identity, issuedAt: iat * 1000, room: grants.video.room ?? null };
}
