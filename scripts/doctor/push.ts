import { createECDH } from "node:crypto";
import { type Finding, findingsOf } from "./finding.ts";
import type { Env } from "./readable.ts";

const { ok, skip, fail, warn } = findingsOf("Notifications");
const what = "VAPID keys";

/** Whether the two keys that name the app to the browsers' push services are a pair. */
export function checkPush({ push }: Env): Finding[] {
  if (!push) return [skip(what, "Without them the app offers no notifications.")];
  if (publicKeyOf(push.privateKey) !== push.publicKey) {
    const mend = "Make a new pair: npx web-push generate-vapid-keys.";
    return [fail(what, "VAPID_PRIVATE_KEY does not belong to VAPID_PUBLIC_KEY.", mend)];
  }
  if (/\.(example|invalid|test)\b|localhost/.test(push.subject)) {
    const mend = "Set it to an address at which you read mail: Apple refuses others.";
    return [warn(what, `They are a pair, but VAPID_SUBJECT is ${push.subject}.`, mend)];
  }
  return [ok(what, "They are a pair.")];
}

/** The point of the P-256 curve that belongs to a private key; both in base64url. */
function publicKeyOf(privateKey: string): string | null {
  const curve = createECDH("prime256v1");
  try {
    curve.setPrivateKey(privateKey, "base64url");
  } catch {
    // Not every number of the right length is a key of this curve.
    return null;
  }
  return curve.getPublicKey("base64url", "uncompressed");
}
