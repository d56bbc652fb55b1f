import { randomBytes } from "node:crypto";

/** A new Twilio identifier: the two letters of the resource and 32 hex digits. */
export function newSid(prefix: string): string {
  return prefix + randomBytes(16).toString("hex");
}
