import "server-only";
import type { CallInstance, CallPage } from "twilio/lib/rest/api/v2010/account/call";
import { adminClient } from "@/lib/supabase/admin";
import { twilioClient } from "@/lib/twilio/client";
import { asApiError } from "@/lib/twilio/rest-errors";
import { wantsPause } from "@/lib/twilio/wants-pause";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** How long after a call its price is read: soon, and once more for prices that came late. */
const passes = [
  { pass: "first", lagMs: 15 * minuteMs },
  { pass: "again", lagMs: 26 * hourMs },
] as const;
/** A new installation begins with the last day. */
const beginMs = 24 * hourMs;
const pageSize = 1000;

/**
 * Reads what calls cost that have ended since the last time, an hour of them after the other and a
 * thousand a request, until it has caught up or time is up. An hour that was not read whole is read
 * again.
 *
 * @param deadline - on the clock of `performance.now()`
 * @param now - the time, in milliseconds since the epoch
 * @returns how many legs were read, and whether there are more
 * @throws ApiError `provider_error` when Twilio refuses
 * @throws PostgrestError when the database does not answer
 */
export async function sweepCosts(
  deadline: number,
  now = Date.now(),
): Promise<{ legs: number; more: boolean }> {
  let legs = 0;
  for (const { pass, lagMs } of passes) {
    const until = now - lagMs;
    let from = await sweptUntil(pass, until - beginMs);
    while (from < until) {
      const to = Math.min(from + hourMs, until);
      const read = await sweep(from, to, deadline);
      if (read === null) return { legs, more: true };
      legs += read;
      await adminClient()
        .from("cost_sweeps")
        .upsert({ pass, swept_until: new Date(to).toISOString() })
        .throwOnError();
      from = to;
    }
  }
  return { legs, more: false };
}

async function sweptUntil(pass: string, otherwise: number): Promise<number> {
  const { data } = await adminClient()
    .from("cost_sweeps")
    .select("swept_until")
    .eq("pass", pass)
    .maybeSingle()
    .throwOnError();
  return data ? Date.parse(data.swept_until) : otherwise;
}

/** Null when time is up before all pages are read, or Twilio wants a pause. */
async function sweep(from: number, to: number, deadline: number): Promise<number | null> {
  let legs = 0;
  try {
    let page: CallPage | undefined = await twilioClient().calls.page({
      endTimeAfter: new Date(from),
      endTimeBefore: new Date(to),
      pageSize,
    });
    while (page) {
      if (performance.now() > deadline) return null;
      legs += await keep(page.instances);
      page = (await page.nextPage()) as CallPage | undefined;
    }
  } catch (error) {
    if (wantsPause(error)) return null;
    throw asApiError(error);
  }
  return legs;
}

async function keep(instances: CallInstance[]): Promise<number> {
  const legs = instances
    .filter(({ endTime }) => endTime)
    .map((leg) => ({
      sid: leg.sid,
      parent_sid: leg.parentCallSid,
      ended_at: leg.endTime.toISOString(),
      duration_seconds: Number(leg.duration ?? 0),
      // Twilio writes what is charged as a negative amount.
      price: leg.price === null ? null : Math.abs(Number(leg.price)),
      currency: leg.priceUnit.toUpperCase(),
    }));
  if (legs.length === 0) return 0;
  const { data } = await adminClient().rpc("record_call_costs", { p_legs: legs }).throwOnError();
  return data;
}
