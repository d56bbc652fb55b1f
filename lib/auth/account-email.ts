import "server-only";
import type { Recipient } from "@/lib/auth/recipient";
import { env } from "@/lib/env";
import { keyedHash } from "@/lib/keyed-hash";

/**
 * Supabase signs in by e-mail address, so each account gets one that says nothing about the person
 * and that nobody writes to.
 */
export function accountEmail({ kind, to }: Pick<Recipient, "kind" | "to">): string {
  const digest = Buffer.from(keyedHash(`account:${to}`), "base64url").toString("hex");
  return `${kind === "phone" ? "p" : "e"}_${digest.slice(0, 40)}@${env().authEmailDomain}`;
}
