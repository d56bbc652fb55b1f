import "server-only";
import { createHmac } from "node:crypto";
import { env } from "@/lib/env";

/**
 * An HMAC of something private, to count or compare it without keeping it.
 *
 * @returns 43 characters of base64url
 */
export function keyedHash(value: string): string {
  return createHmac("sha256", env().appSecret).update(value).digest("base64url");
}

/** What stands for a person in the log: the same in all of their lines. */
export function personTag(profileId: string): string {
  return keyedHash(profileId).slice(0, 16);
}
