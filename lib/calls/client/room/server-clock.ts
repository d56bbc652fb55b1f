/** The Date header counts whole seconds, so it is half of one behind on average. */
const resolutionMs = 1000;
const timeoutMs = 10_000;

/**
 * How far the server's clock is ahead of this browser's, in milliseconds; null when it cannot be
 * asked. Clocks of browsers are off by minutes, which is longer than a call rings.
 */
export async function askServerClock(): Promise<number | null> {
  try {
    const askedAt = Date.now();
    const response = await fetch("/api/health/live", {
      method: "HEAD",
      cache: "no-store",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const heardAt = Date.now();
    const told = Date.parse(response.headers.get("date") ?? "");
    return Number.isNaN(told) ? null : told + resolutionMs / 2 - (askedAt + heardAt) / 2;
  } catch {
    // Without an answer a room rings only if it was heard of as it began.
    return null;
  }
}
