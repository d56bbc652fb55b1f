import "server-only";
import { env } from "@/lib/env";
import { remembered } from "@/lib/health/remembered";
import { log } from "@/lib/log";
import { adminClient } from "@/lib/supabase/admin";
import { twilioClient } from "@/lib/twilio/client";

export type Health = "ok" | "failing" | "not-configured";

const timeoutMs = 2_000;

/** Whether the database answers a query. */
export const databaseHealth = remembered(() =>
  probe("database", async (signal) => {
    await adminClient()
      .from("rate_limits")
      .select("key", { head: true })
      .limit(1)
      .abortSignal(signal)
      .throwOnError();
  }),
);

/** Whether Supabase Auth gives out the keys that sessions are verified with. */
export const authHealth = remembered(() => {
  const { url, publishableKey } = env().supabase;
  return probe("auth", async (signal) => {
    const response = await fetch(`${url}/auth/v1/.well-known/jwks.json`, {
      headers: { apikey: publishableKey },
      signal,
      cache: "no-store",
    });
    if (!response.ok) throw new Error(`Auth answered ${response.status}`);
  });
});

/** Whether Twilio answers for the account: a request that costs nothing, made once a minute. */
export const twilioHealth = remembered<Health>(() => {
  const account = env().twilio;
  if (!account) return Promise.resolve("not-configured");
  return probe("twilio", async () => {
    const { status } = await twilioClient().api.v2010.accounts(account.accountSid).fetch();
    if (status !== "active") throw new Error(`The account is ${status}`);
  });
}, 60_000);

/** Whether a service answers as it should, within two seconds. The reason why not is logged. */
export async function probe(
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
