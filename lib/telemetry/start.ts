import "server-only";
import { context, metrics, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { OTLPMetricExporter } from "@opentelemetry/exporter-metrics-otlp-http";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { defaultResource, resourceFromAttributes } from "@opentelemetry/resources";
import { MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import { type Env, env } from "@/lib/env";
import { discreet } from "@/lib/telemetry/discreet-spans";

type TelemetrySettings = NonNullable<Env["telemetry"]>;

/** Telemetry that is going on. */
export interface Telemetry {
  /** Sends what there is at once. */
  flush(): Promise<void>;
  /** Sends what there is, and no more. */
  stop(): Promise<void>;
}

/**
 * Sends traces and metrics as OTLP over HTTP. The exporters read address and headers from the
 * environment themselves. No context is taken from requests: whoever calls may not name our traces.
 * https://opentelemetry.io/docs/specs/otel/protocol/exporter/
 */
export function startTelemetry({ serviceName, traceRatio }: TelemetrySettings): Telemetry {
  // Next.js would name its spans of `fetch` by the whole address; ours leave out what is private.
  process.env.NEXT_OTEL_FETCH_DISABLED = "1";
  const resource = defaultResource().merge(
    resourceFromAttributes({
      "service.name": serviceName,
      "deployment.environment.name": env().deployment,
    }),
  );
  const tracing = new TracerProvider({
    resource,
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(traceRatio) }),
    spanProcessors: [discreet(new BatchSpanProcessor({ exporter: new OTLPTraceExporter() }))],
  });
  const metering = new MeterProvider({
    resource,
    readers: [new PeriodicExportingMetricReader({ exporter: new OTLPMetricExporter() })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(tracing);
  metrics.setGlobalMeterProvider(metering);
  return {
    flush: async () => {
      await Promise.all([tracing.forceFlush(), metering.forceFlush()]);
    },
    stop: async () => {
      await Promise.all([tracing.shutdown(), metering.shutdown()]);
    },
  };
}
