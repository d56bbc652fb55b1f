import type { ReadableSpan, SpanProcessor } from "@opentelemetry/sdk-trace";

const told = new Set([
  "http.method",
  "http.request.method",
  "http.route",
  "http.status_code",
  "http.response.status_code",
  "error.type",
  "url.path",
  "peer.service",
  "next.route",
  "next.rsc",
  "next.span_category",
  "next.span_type",
  "next.span_name",
  "next.page",
  "duet.outcome",
  "duet.request_id",
]);

/**
 * Hands spans on without what may be private. The spans of Next.js carry whole addresses, and errors
 * with their messages: of attributes only those listed here stay, of errors only that there was one.
 */
export function discreet(next: SpanProcessor): SpanProcessor {
  return {
    onStart: (span, context) => next.onStart(span, context),
    onEnd: (span) => next.onEnd(withoutPrivateData(span)),
    forceFlush: () => next.forceFlush(),
    shutdown: () => next.shutdown(),
  };
}

function withoutPrivateData(span: ReadableSpan): ReadableSpan {
  for (const name of Object.keys(span.attributes))
    if (!told.has(name)) delete span.attributes[name];
  span.events.length = 0;
  delete span.status.message;
  return span;
}
