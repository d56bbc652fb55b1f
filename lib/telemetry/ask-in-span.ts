import "server-only";
import { plainPath } from "@/lib/telemetry/plain-path";
import { inSpan, traceId } from "@/lib/telemetry/span";

interface Asked {
  service: "supabase" | "twilio";
  method: string;
  /** Absolute. What it is about is left out of the span. */
  url: string;
}

/** Asks another service, as a child of the trace that is going on; without one, just asks. */
export function askInSpan<Answer extends { status: number } | { statusCode: number }>(
  { service, method, url }: Asked,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  if (!traceId()) return ask();
  const verb = method.toUpperCase();
  const path = plainPath(url);
  const attributes = { "peer.service": service, "http.request.method": verb, "url.path": path };
  return inSpan(`${service} ${verb} ${path}`, "client", attributes, async (span) => {
    const answer = await ask();
    const status = "status" in answer ? answer.status : answer.statusCode;
    span.add({ "http.response.status_code": status });
    if (status >= 500) span.fail(String(status));
    return answer;
  });
}
