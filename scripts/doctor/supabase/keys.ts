import { type Finding, findingsOf } from "../finding.ts";
import type { Env } from "../readable.ts";

const { ok, warn, fail } = findingsOf("Supabase");

const where = "Copy it from Project Settings, API Keys.";

/** What a key may do, as its form tells; legacy keys are JWTs that carry their role. */
function roleOf(key: string): "publishable" | "secret" | "legacy publishable" | "legacy secret" {
  if (key.startsWith("sb_secret_")) return "secret";
  if (!key.startsWith("eyJ")) return "publishable";
  const claims = Buffer.from(key.split(".")[1] ?? "", "base64url").toString();
  return claims.includes('"service_role"') ? "legacy secret" : "legacy publishable";
}

/** Whether each key is of the kind that its variable is for. */
export function checkKeyKinds({ supabase }: Env): Finding[] {
  const open = roleOf(supabase.publishableKey);
  const closed = roleOf(supabase.secretKey);
  const found: Finding[] = [];
  if (open.endsWith("secret")) {
    const detail = "It is a secret key, and every browser is given it.";
    const mend = `Revoke the key, then put the publishable one in its place. ${where}`;
    found.push(fail("NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY", detail, mend));
  }
  if (closed.endsWith("publishable")) {
    found.push(fail("SUPABASE_SECRET_KEY", "It is no secret key (sb_secret_...).", where));
  }
  if (found.length === 0 && (open.startsWith("legacy") || closed.startsWith("legacy"))) {
    const mend = "Create a publishable and a secret key; legacy ones stop working in 2026.";
    return [warn("Keys", "They are the project's legacy keys.", mend)];
  }
  return found.length > 0 ? found : [ok("Keys", "Each is of the right kind.")];
}
