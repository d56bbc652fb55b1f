import "server-only";
import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";
import type { Database, Json } from "@/lib/supabase/database.types";

const maxDays = 366;
const dayMs = 86_400_000;
const day = z.iso.date("is no date like 2026-11-20");
const daysFrom = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / dayMs + 1;

/** Whether this is a time zone that dates can be written in: `Europe/Madrid`, `UTC`. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    // Offsets are none that Postgres reads the same way: in POSIX, +02:00 lies west.
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

/** Which calls figures are asked for. */
export const figuresQuery = z
  .object({
    from: day.describe("First day, where you are"),
    to: day.describe("Last day, included; at most 366 days in all"),
    tz: z
      .string()
      .refine(isTimeZone, "is no time zone like Europe/Madrid")
      .default("UTC")
      .describe("IANA name of the time zone you are in"),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "is before `from`" })
  .refine(({ from, to }) => daysFrom(from, to) <= maxDays, {
    path: ["to"],
    message: `is more than ${maxDays} days from \`from\``,
  });
export type WantedFigures = z.infer<typeof figuresQuery>;

const count = z.number().int();

/** What a person's calls of some days add up to. Calls that are still live are not counted. */
export const callFigures = z.object({
  totals: z.object({
    calls: count,
    outgoing: count,
    incoming: count,
    answered: count.describe("Incoming calls that you took"),
    reached: count.describe("Outgoing calls that somebody took"),
    missed: count,
    declined: count,
    unanswered: count.describe("Outgoing calls that nobody took"),
    talkSeconds: count,
  }),
  answerRate: z.number().nullable().describe("Share of all calls that were taken, 0 to 1"),
  days: z.array(
    z.object({ date: z.iso.date(), calls: count, answered: count, talkSeconds: count }),
  ),
  hours: z.array(count).length(24).describe("Calls by the hour of the day in which they began"),
  people: z
    .array(
      z.object({
        id: z.uuid().nullable().describe("Profile id, or match id of a group"),
        name: z.string().nullable().describe("Null for those whom you cannot reach (any more)"),
        isGroup: z.boolean(),
        isOutside: z.boolean().describe("Telephones of people who are no matches, together"),
        calls: count,
        answered: count,
        talkSeconds: count,
      }),
    )
    .describe("At most ten, with whom you had the most calls first"),
});
export type CallFigures = z.infer<typeof callFigures>;

const row = z.object({
  totals: z.object({
    ...callFigures.shape.totals.omit({ talkSeconds: true }).shape,
    talk_seconds: count,
  }),
  days: z.array(z.object({ date: z.string(), calls: count, answered: count, talk_seconds: count })),
  hours: z.array(count),
  people: z.array(
    z.object({
      id: z.uuid().nullable(),
      name: z.string().nullable(),
      is_group: z.boolean().nullable(),
      is_outside: z.boolean(),
      calls: count,
      answered: count,
      talk_seconds: count,
    }),
  ),
});

/**
 * What the calls of the signed-in person add up to.
 *
 * @param client - the person's own
 * @throws PostgrestError when the database does not answer
 */
export async function readFigures(
  client: SupabaseClient<Database>,
  { from, to, tz }: WantedFigures,
): Promise<CallFigures> {
  const { data } = await client
    .rpc("call_figures", { p_from: from, p_to: to, p_time_zone: tz })
    .throwOnError();
  return presentFigures(data);
}

function presentFigures(json: Json): CallFigures {
  const { totals, days, hours, people } = row.parse(json);
  const { talk_seconds: talkSeconds, ...counts } = totals;
  return {
    totals: { ...counts, talkSeconds },
    answerRate: counts.calls > 0 ? (counts.answered + counts.reached) / counts.calls : null,
    days: days.map(({ talk_seconds, ...rest }) => ({ ...rest, talkSeconds: talk_seconds })),
    hours,
    people: people.map(({ is_group, is_outside, talk_seconds, ...rest }) => ({
      ...rest,
      isGroup: is_group ?? false,
      isOutside: is_outside,
      talkSeconds: talk_seconds,
    })),
  };
}
