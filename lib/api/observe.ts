import "server-only";
import { randomUUID } from "node:crypto";
import type { RequestLabel } from "@/lib/api/answer";
import { routePattern } from "@/lib/api/route-pattern";
import { personTag } from "@/lib/keyed-hash";
import { log } from "@/lib/log";
import { keepRounds } from "@/lib/operations/rounds";
import { tallyRequest } from "@/lib/operations/traffic/counting";
import { measureRequest } from "@/lib/telemetry/metrics";
import { inSpan } from "@/lib/telemetry/span";

/** What becomes known of a request while it is answered. */
export interface Observation extends RequestLabel {
  /** Who is calling, once that is known. */
  userId?: string;
}

/**
 * Answers a request and leaves one line of it in the log, one count and one span: by its pattern,
 * without anything that it carried.
 *
 * @param answer - never throws; notes in the observation what it learns
 */
export async function observe(
  request: Request,
  context: { params: Promise<unknown> } | undefined,
  answer: (seen: Observation) => Promise<Response>,
): Promise<Response> {
  const { method } = request;
  const pattern = routePattern(new URL(request.url).pathname, await context?.params);
  const seen: Observation = { requestId: randomUUID(), route: `${method} ${pattern}` };
  const startedAt = performance.now();
  const attributes = {
    "http.request.method": method,
    "http.route": pattern,
    "duet.request_id": seen.requestId,
  };
  const response = await inSpan(seen.route, "internal", attributes, async (span) => {
    const given = await answer(seen);
    span.add({ "http.response.status_code": given.status, "duet.outcome": outcomeOf(seen, given) });
    if (given.status >= 500) span.fail(String(given.status));
    return given;
  });
  note(method, pattern, seen, response, performance.now() - startedAt);
  return response;
}

function outcomeOf({ errorCode }: Observation, { status }: Response): string {
  return errorCode ?? (status < 400 ? "ok" : `http_${status}`);
}

function note(
  method: string,
  pattern: string,
  seen: Observation,
  response: Response,
  ms: number,
): void {
  const { requestId, route, userId } = seen;
  const { status } = response;
  const outcome = outcomeOf(seen, response);
  // Whoever watches the app asks several times a minute, and that says nothing about its use.
  const isWatcher = pattern.startsWith("/api/health");
  const user = userId && personTag(userId);
  const line = { requestId, route, user, status, outcome, ms: Math.round(ms) };
  if (isWatcher) log.debug(line, "request");
  else log.info(line, "request");
  measureRequest({ method, route: pattern, status, outcome, ms });
  if (!isWatcher) tallyRequest({ route, outcome, status, ms });
  keepRounds();
}
