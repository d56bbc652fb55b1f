import "server-only";
import { env } from "@/lib/env";
import { startCounting } from "@/lib/operations/traffic/counting";

/** Starts what watches this process: the counts of requests, and telemetry where it is set up. */
export async function startWatching(): Promise<void> {
  startCounting();
  const { telemetry } = env();
  if (!telemetry) return;
  const { startTelemetry } = await import("@/lib/telemetry/start");
  startTelemetry(telemetry);
}
