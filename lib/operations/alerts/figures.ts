import "server-only";
import { z } from "zod";
import { adminClient } from "@/lib/supabase/admin";

const count = z.int().nonnegative();

const figures = z.object({
  /** Of the last 15 minutes, at the API. */
  requests: count,
  failed: count,
  webhooks: count,
  webhooks_failed: count,
  webhooks_refused: count,
  /** Calls that cannot be live any more and yet are, and for how long the oldest has lasted. */
  stuck_calls: count,
  stuck_minutes: count,
  /** People who were sent a code 10 to 70 minutes ago, by country (empty for e-mail), and how many came in. */
  sign_in: z.array(z.object({ country: z.string(), asked: count, approved: count })),
  /** What Twilio cost in the last hour; null when it could not be asked. */
  spent_last_hour: z.number().nullable(),
  currency: z.string().nullable(),
  /** Since a reconcile went well; null before anything was scheduled. */
  minutes_since_reconcile: count.nullable(),
});

/** The numbers that rules judge. */
export type Figures = z.infer<typeof figures>;

/** Reads them, in one round trip. @throws PostgrestError when the database does not answer */
export async function readFigures(): Promise<Figures> {
  const { data } = await adminClient().rpc("alert_figures").throwOnError();
  return figures.parse(data);
}
