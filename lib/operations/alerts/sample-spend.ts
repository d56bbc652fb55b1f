import "server-only";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { adminClient } from "@/lib/supabase/admin";
import { twilioClient } from "@/lib/twilio/client";
import { asApiError } from "@/lib/twilio/rest-errors";

/**
 * Keeps what Twilio says the account has cost today, so that an hour's cost is a difference. When
 * Twilio does not answer, there is a sample less.
 * https://www.twilio.com/docs/usage/api/usage-record
 *
 * @throws PostgrestError when the database does not answer
 */
export async function sampleSpend(): Promise<void> {
  if (!env().twilio) return;
  try {
    const [record] = await twilioClient().usage.records.today.list({
      category: "totalprice",
      limit: 1,
    });
    if (!record) return;
    await adminClient()
      .from("spend_samples")
      .insert({
        day: record.startDate.toISOString().slice(0, 10),
        currency: record.priceUnit.toUpperCase(),
        // Charges may come as negative numbers, as they stand on a bill.
        total: Math.abs(Number(record.price)),
      })
      .throwOnError();
  } catch (error) {
    if (error instanceof Error && error.name === "PostgrestError") throw error;
    log.warn({ error: asApiError(error).code }, "spending not sampled");
  }
}
