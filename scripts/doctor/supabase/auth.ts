import { z } from "zod";
import { type Finding, findingsOf, reasonOf } from "../finding.ts";
import type { Env } from "../readable.ts";
import { askAuth } from "./connect.ts";

const { ok, warn, fail } = findingsOf("Supabase");

const keySet = z.object({ keys: z.array(z.object({ kty: z.string() })) });
const authSettings = z.object({
  disable_signup: z.boolean(),
  external: z.looseObject({ anonymous_users: z.boolean().default(false) }),
});

/** Whether Auth takes the publishable key, signs as the app wants it, and lets nobody else in. */
export async function checkAuth({ supabase }: Env): Promise<Finding[]> {
  const { url, publishableKey } = supabase;
  try {
    const settings = await askAuth(url, publishableKey, "settings");
    if (settings.status === 401 || settings.status === 403) {
      const mend = "Copy the publishable key of this very project.";
      return [fail("Auth", `It refuses the publishable key (${settings.status}).`, mend)];
    }
    if (!settings.ok) throw new Error(`Auth answered ${settings.status}`);
    const keys = await askAuth(url, publishableKey, ".well-known/jwks.json");
    if (!keys.ok) throw new Error(`Auth answered ${keys.status} for its signing keys`);
    return [
      ...judgeSettings(authSettings.parse(await settings.json())),
      judgeKeys(keySet.parse(await keys.json())),
    ];
  } catch (error) {
    const mend = "Is NEXT_PUBLIC_SUPABASE_URL the project's address, and the project awake?";
    return [fail("Auth", `${url} does not answer as Supabase does: ${reasonOf(error)}.`, mend)];
  }
}

function judgeSettings({ disable_signup, external }: z.infer<typeof authSettings>): Finding[] {
  const where = "Switch it off under Authentication, Sign In / Providers.";
  const found: Finding[] = [];
  if (!disable_signup) {
    const detail = "Anybody can open accounts past the codes: sign-ups are on.";
    found.push(fail("Sign-ups", detail, where));
  }
  if (external.anonymous_users) {
    found.push(fail("Anonymous sign-ins", "They are on, and Duet has no use for them.", where));
  }
  return found.length > 0 ? found : [ok("Auth", "It answers, and only the server makes accounts.")];
}

function judgeKeys({ keys }: z.infer<typeof keySet>): Finding {
  if (keys.length > 0) {
    return ok("Signing keys", `Sessions are verified without a round trip (${keys[0]?.kty}).`);
  }
  const detail = "The project signs with a shared secret: each request asks Auth who it is.";
  return warn("Signing keys", detail, "Rotate to an asymmetric key: Authentication, JWT keys.");
}
