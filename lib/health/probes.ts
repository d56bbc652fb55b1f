import "server-only";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { adminClient } from "@/lib/supabase/admin";
import { twilioClient } from "@/lib/twilio/client";

export type Health = "ok" | "failing" | "not-configured";

const timeoutMs = 2_000;

/** Whether the database answers a query. */
export function databaseHealth(): Promise<Health> {
  return probe("database", async (signal) => {
    await adminClient()
      .from("rate_limits")
      .select("key", { head: true })
      .limit(1)
      .abortSignal(signal)
      .throwOnError();
  });
}

/** Whether Supabase Auth gives out the keys that sessions are verified with. */
export function authHealth(): Promise<Health> {
  const { url, publishableKey } = env().supabase;
  return probe("auth", async (signal) => {
    const response = await fetch(`${url}/auth/v1/.well-known/jwks.json`, {
      headers: { apikey: publishableKey },
      signal,
      cache: "no-store",
    });
    if (!response.ok) throw new Error(`Auth answered ${response.status}`);
  });
}

const rememberMs = 60_000;
let twilioSeen: { health: Health; until: number } | undefined;

/** Whether Twilio answers for the account: a request that costs nothing, made once a minute. */
export async function twilioHealth(now = Date.now()): Promise<Health> {
  const account = env().twilio;
  if (!account) return "not-configured";
  if (twilioSeen && now < twilioSeen.until) return twilioSeen.health;
  const health = await probe("twilio", async () => {
    const { status } = await twilioClient().api.v2010.accounts(account.accountSid).fetch();
    if (status !== "active") throw new Error(`The account is ${status}`);
  });
  // Trouble is looked at again soon, so that recovery shows.
  twilioSeen = { health, until: now + (health === "ok" ? rememberMs : rememberMs / 12) };
  return health;
}

async function probe(
  service: string,
  look: (signal: AbortSignal) => Promise<void>,
): Promise<Health> {
  const signal = AbortSignal.timeout(timeoutMs);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  try {
    await Promise.race([look(signal), late]);
    return "ok";
  } catch (error) {
    log.warn({ service, error }, "health probe failed");
    return "failing";
  }
}
