import { readFile } from "node:fs/promises";
import { z } from "zod";
import { type Finding, findingsOf, reasonOf } from "./finding.ts";
import type { Env } from "./readable.ts";
import { connectSupabase } from "./supabase/connect.ts";

const { ok, warn, fail } = findingsOf("Schedule");
const how = "Let a scheduler call it: docs/operations.md says how.";

const plan = z.object({ crons: z.array(z.object({ path: z.string(), schedule: z.string() })) });
const runs = z.array(
  z.object({
    started_at: z.string().transform((text) => Date.parse(text)),
    finished_at: z.string().nullable(),
    error: z.string().nullable(),
  }),
);

/** Whether the work that vercel.json schedules is done, by whatever scheduler. */
export async function checkSchedule({ supabase, cron }: Env): Promise<Finding[]> {
  if (!cron) return [];
  const text = await readFile(new URL("../../vercel.json", import.meta.url), "utf8");
  const { crons } = plan.parse(JSON.parse(text));
  const client = connectSupabase(supabase.url, supabase.secretKey);
  return Promise.all(
    crons.map(async ({ path, schedule }) => {
      const job = path.split("/").at(-1) ?? path;
      const { data, error } = await client
        .from("job_runs")
        .select("started_at, finished_at, error")
        .eq("job", job)
        .order("started_at", { ascending: false })
        .limit(1);
      if (error) return warn(path, `Its runs cannot be read: ${reasonOf(error)}.`, how);
      return judge({ path, everyMinutes: minutesBetween(schedule) }, runs.parse(data)[0]);
    }),
  );
}

/** Minutes between two runs of a schedule in cron's words, as far as ours go. */
function minutesBetween(schedule: string): number {
  const [minute = "*", hour = "*"] = schedule.split(" ");
  const step = /^\*(?:\/(\d+))?$/.exec(minute);
  if (step) return Number(step[1] ?? 1);
  return hour === "*" ? 60 : 24 * 60;
}

/** What the last run of a job amounts to; undefined when there has been none. */
function judge(
  { path, everyMinutes }: { path: string; everyMinutes: number },
  last: z.infer<typeof runs>[number] | undefined,
  now = Date.now(),
): Finding {
  if (!last) return warn(path, "It has never been called.", how);
  const minutes = Math.round((now - last.started_at) / 60_000);
  if (minutes > 3 * everyMinutes) {
    return fail(path, `It was called last ${ago(minutes)}, not every ${span(everyMinutes)}.`, how);
  }
  if (last.error) {
    return fail(path, `Its last run failed: ${last.error}`, "The app's log tells more.");
  }
  return ok(path, `It ran ${ago(minutes)}.`);
}

const ago = (minutes: number) => (minutes < 1 ? "just now" : `${span(minutes)} ago`);

function span(minutes: number): string {
  if (minutes < 120) return `${minutes} min`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} days`;
}
