import "server-only";
import { type Attributes, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";

/** A span while it lasts; nothing is behind it unless telemetry was started. */
export interface OpenSpan {
  /** Adds what became known meanwhile: nothing private. */
  add(attributes: Attributes): void;
  /** Marks it as failed: with a word, never with a message, which may quote a number. */
  fail(errorType: string): void;
}

const tracer = trace.getTracer("duet");

/**
 * Does work inside a span of the current trace.
 *
 * @param name - few different ones: no ids
 * @param kind - `internal` for what we do ourselves, `client` for what is asked of somebody else
 */
export function inSpan<Result>(
  name: string,
  kind: "internal" | "client",
  attributes: Attributes,
  work: (span: OpenSpan) => Promise<Result>,
): Promise<Result> {
  const options = { kind: kind === "client" ? SpanKind.CLIENT : SpanKind.INTERNAL, attributes };
  return tracer.startActiveSpan(name, options, async (span) => {
    const fail = (errorType: string) => {
      span.setAttribute("error.type", errorType).setStatus({ code: SpanStatusCode.ERROR });
    };
    try {
      return await work({ add: (more) => void span.setAttributes(more), fail });
    } catch (error) {
      fail(error instanceof Error ? error.name : typeof error);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** The id of the trace that is going on; undefined when none is recorded. */
export function traceId(): string | undefined {
  const span = trace.getActiveSpan();
  return span?.isRecording() ? span.spanContext().traceId : undefined;
}
