import "server-only";
import { type Histogram, metrics } from "@opentelemetry/api";

interface Instruments {
  duration: Histogram;
  webhookLag: Histogram;
  endedCalls: { add(value: number, attributes: Record<string, string>): void };
}

let instruments: Instruments | undefined;

/** Made at first use: what is made before telemetry starts would stay silent for good. */
function instrument(): Instruments {
  if (instruments) return instruments;
  const meter = metrics.getMeter("duet");
  instruments = {
    duration: meter.createHistogram("http.server.request.duration", {
      unit: "s",
      description: "How long requests to the API took; its count is how many there were",
      advice: {
        explicitBucketBoundaries: [
          0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
        ],
      },
    }),
    webhookLag: meter.createHistogram("duet.webhook.lag", {
      unit: "s",
      description: "From when something happened at Twilio until it was on record here",
      advice: { explicitBucketBoundaries: [0.5, 1, 2, 5, 10, 30, 60, 300, 1800] },
    }),
    endedCalls: meter.createCounter("duet.calls.ended", {
      unit: "{call}",
      description: "Calls that ended, by kind and reason",
    }),
  };
  return instruments;
}

/** @param request - by its pattern, with the status and error code (or `ok`) of the answer */
export function measureRequest(request: {
  method: string;
  route: string;
  status: number;
  outcome: string;
  ms: number;
}): void {
  instrument().duration.record(request.ms / 1000, {
    "http.request.method": request.method,
    "http.route": request.route,
    "http.response.status_code": request.status,
    "duet.outcome": request.outcome,
  });
}

/** @param happenedAt - ISO 8601, as Twilio says, in whole seconds */
export function measureWebhookLag(happenedAt: string, now = Date.now()): void {
  const lag = (now - Date.parse(happenedAt)) / 1000;
  // Its clock and ours differ by a little.
  instrument().webhookLag.record(Math.max(0, lag));
}

/** @param reason - why it ended, as `call_end_reason` has it */
export function countEndedCall(kind: string, reason: string): void {
  instrument().endedCalls.add(1, { "duet.call.kind": kind, "duet.call.end_reason": reason });
}
