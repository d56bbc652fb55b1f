import type { Rule } from "@/lib/operations/alerts/rule";

const lateMinutes = 30;

/** Without it, lost callbacks stay lost. */
export const reconcileLate: Rule = {
  name: "reconcile-late",
  judge: ({ minutes_since_reconcile: minutes }) =>
    minutes !== null && minutes > lateMinutes
      ? [
          {
            value: minutes,
            sentence: `No reconcile has gone well for ${minutes} minutes. Look at job_runs, and at what calls /api/cron/reconcile.`,
          },
        ]
      : [],
};
