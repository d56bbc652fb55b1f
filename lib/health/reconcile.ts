import "server-only";
import { env } from "@/lib/env";
import { probe } from "@/lib/health/probes";
import { remembered } from "@/lib/health/remembered";
import { adminClient } from "@/lib/supabase/admin";

const lateMs = 30 * 60_000;

export interface LastReconcile {
  /** `unknown` when the database does not tell. */
  health: "ok" | "late" | "unknown" | "not-configured";
  /** When the last one that went well ended, ISO 8601; null when none is on record. */
  at: string | null;
}

/** Whether calls are being reconciled: whoever watches from outside sees that the scheduler is dead. */
export const reconcileHealth = remembered(async (): Promise<LastReconcile> => {
  const { cron, twilio } = env();
  if (!cron || !twilio) return { health: "not-configured", at: null };
  const last: { finishedAt?: string | null } = {};
  const answered = await probe("reconcile", async (signal) => {
    const { data } = await adminClient()
      .from("job_runs")
      .select("finished_at")
      .eq("job", "reconcile")
      .is("error", null)
      .not("finished_at", "is", null)
      .order("started_at", { ascending: false })
      .limit(1)
      .abortSignal(signal)
      .throwOnError();
    last.finishedAt = data[0]?.finished_at;
  });
  if (answered !== "ok") return { health: "unknown", at: null };
  if (!last.finishedAt) return { health: "late", at: null };
  const at = new Date(last.finishedAt);
  return { health: Date.now() - at.getTime() > lateMs ? "late" : "ok", at: at.toISOString() };
});
