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
const usualPageSize = 1000;

/** Where a pass has got to. */
interface Place {
  /** All calls that ended before, in milliseconds since the epoch, have been read. */
  sweptUntil: number;
  /** Those that ended from then until this one are being read. */
  readingUntil: number | null;
  /** Address of the page that is next. */
  nextPage: string | null;
}

/**
 * Reads what calls cost that have ended since the last time, an hour of them after the other, until
 * it has caught up or time is up. The next run goes on with the next page.
 *
 * @param deadline - on the clock of `performance.now()`
 * @param now - the time, in milliseconds since the epoch
 * @param pageSize - how many legs a request asks for, 1000 at most
 * @returns how many legs were read, and whether there are more
 * @throws ApiError `provider_error` when Twilio refuses; the hour is then read again
 * @throws PostgrestError when the database does not answer
 */
export async function sweepCosts(
  deadline: number,
  now = Date.now(),
  pageSize = usualPageSize,
): Promise<{ legs: number; more: boolean }> {
  let legs = 0;
  for (const { pass, lagMs } of passes) {
    const until = now - lagMs;
    let place = (await recall(pass)) ?? startAt(until - beginMs);
    while (place.nextPage !== null || place.sweptUntil < until) {
      if (performance.now() > deadline) return { legs, more: true };
      const readingUntil = place.readingUntil ?? Math.min(place.sweptUntil + hourMs, until);
      const page = await readPage(pass, { ...place, readingUntil, pageSize });
      if (page === null) return { legs, more: true };
      legs += await keep(page.instances);
      place = page.nextPageUrl
        ? { ...place, readingUntil, nextPage: page.nextPageUrl }
        : startAt(readingUntil);
      await remember(pass, place);
    }
  }
  return { legs, more: false };
}

const startAt = (sweptUntil: number): Place => ({ sweptUntil, readingUntil: null, nextPage: null });

async function recall(pass: string): Promise<Place | null> {
  const { data } = await adminClient()
    .from("cost_sweeps")
    .select("swept_until, reading_until, next_page")
    .eq("pass", pass)
    .maybeSingle()
    .throwOnError();
  return (
    data && {
      sweptUntil: Date.parse(data.swept_until),
      readingUntil: data.reading_until ? Date.parse(data.reading_until) : null,
      nextPage: data.next_page,
    }
  );
}

async function remember(pass: string, place: Place): Promise<void> {
  const { sweptUntil, readingUntil, nextPage } = place;
  await adminClient()
    .from("cost_sweeps")
    .upsert({
      pass,
      swept_until: new Date(sweptUntil).toISOString(),
      reading_until: readingUntil ? new Date(readingUntil).toISOString() : null,
      next_page: nextPage,
    })
    .throwOnError();
}

interface Reading extends Place {
  readingUntil: number;
  pageSize: number;
}

/** Null when Twilio wants a pause. */
async function readPage(
  pass: string,
  { sweptUntil, readingUntil, nextPage, pageSize }: Reading,
): Promise<CallPage | null> {
  const { calls } = twilioClient();
  try {
    if (nextPage) return await calls.getPage(nextPage);
    return await calls.page({
      endTimeAfter: new Date(sweptUntil),
      endTimeBefore: new Date(readingUntil),
      pageSize,
    });
  } catch (error) {
    if (wantsPause(error)) return null;
    // Pages do not keep for ever.
    if (nextPage) await remember(pass, startAt(sweptUntil));
    throw asApiError(error);
  }
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
