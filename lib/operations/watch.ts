import "server-only";
import { env } from "@/lib/env";
import { logConsole } from "@/lib/operations/log-console";
import { startRounds } from "@/lib/operations/rounds";
import { flushCounts, startCounting } from "@/lib/operations/traffic/counting";

/** Starts what watches this process: its console, counts of requests, telemetry where it is set up. */
export async function startWatching(): Promise<void> {
  // During development people read the console themselves.
  if (process.env.NODE_ENV === "production") logConsole();
  startCounting();
  const works = [flushCounts];
  const { telemetry } = env();
  if (telemetry) {
    const { startTelemetry } = await import("@/lib/telemetry/start");
    works.push(startTelemetry(telemetry).flush);
  }
  startRounds(works);
}
