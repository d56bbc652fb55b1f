import "server-only";
import { env } from "@/lib/env";
import { startRounds } from "@/lib/operations/rounds";
import { flushCounts, startCounting } from "@/lib/operations/traffic/counting";

/** Starts what watches this process: the counts of requests, and telemetry where it is set up. */
export async function startWatching(): Promise<void> {
  startCounting();
  const works = [flushCounts];
  const { telemetry } = env();
  if (telemetry) {
    const { startTelemetry } = await import("@/lib/telemetry/start");
    works.push(startTelemetry(telemetry).flush);
  }
  startRounds(works);
}
