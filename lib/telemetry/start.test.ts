import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { trace } from "@opentelemetry/api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { callRoute } from "@/e2e/integration/call-route";
import { setPlainEnv } from "@/e2e/integration/plain-env";
import { close, listen } from "@/sandbox/listen";

// https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
const attributes = z
  .array(z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) }))
  .transform((list) =>
    Object.fromEntries(list.map(({ key, value }) => [key, Object.values(value)[0]])),
  );
const span = z.object({
  name: z.string(),
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  kind: z.number(),
  attributes,
  status: z.looseObject({ code: z.number() }),
  events: z.array(z.unknown()),
});
const resource = z.object({ attributes });
const traces = z
  .object({
    resourceSpans: z.array(
      z.object({ resource, scopeSpans: z.array(z.object({ spans: z.array(span) })) }),
    ),
  })
  .transform(({ resourceSpans }) =>
    resourceSpans.flatMap(({ resource: from, scopeSpans }) =>
      scopeSpans.flatMap(({ spans }) =>
        spans.map((one) => ({ ...one, service: from.attributes["service.name"] })),
      ),
    ),
  );
const point = z.object({
  attributes,
  count: z.number().optional(),
  asDouble: z.number().optional(),
});
const points = z.object({ dataPoints: z.array(point) });
const metric = z.object({ name: z.string(), histogram: points.optional(), sum: points.optional() });
const measured = z
  .object({
    resourceMetrics: z.array(
      z.object({ scopeMetrics: z.array(z.object({ metrics: z.array(metric) })) }),
    ),
  })
  .transform(({ resourceMetrics }) =>
    resourceMetrics.flatMap((one) => one.scopeMetrics.flatMap(({ metrics }) => metrics)),
  );

/** What has arrived at the receiver, by path, as it was sent. */
const received: { path: string; body: string }[] = [];

// The receiver, and in the place of Supabase and Twilio too.
const server = createServer(async (request, response) => {
  const path = request.url ?? "";
  const body = await text(request);
  if (path.startsWith("/v1/traces") || path.startsWith("/v1/metrics"))
    received.push({ path, body });
  response.setHeader("content-type", "application/json");
  response.end("[]");
});
const url = await listen(server);
afterAll(() => close(server));

setPlainEnv({
  OTEL_EXPORTER_OTLP_ENDPOINT: url,
  NEXT_PUBLIC_SUPABASE_URL: url,
  TWILIO_API_URL: url,
});
const { startTelemetry } = await import("@/lib/telemetry/start");
const { route } = await import("@/lib/api/route");
const { adminClient } = await import("@/lib/supabase/admin");
const { twilioClient } = await import("@/lib/twilio/client");
const { countEndedCall, measureWebhookLag } = await import("@/lib/telemetry/metrics");

const telemetry = startTelemetry({ serviceName: "duet-test", traceRatio: 1 });
const phone = "+14155550101";

beforeAll(async () => {
  const lookUp = route({ access: "public", summary: "Look up" }, async () => {
    await adminClient().from("private_profiles").select("id").eq("phone", phone).throwOnError();
    // A changing request, since questions are asked again.
    await twilioClient()
      .verify.v2.services(`VA${"a".repeat(32)}`)
      .verifications.create({ to: phone, channel: "sms" });
    return {};
  });
  const path = `/api/people/${encodeURIComponent(phone)}?code=123456`;
  await callRoute(lookUp, { method: "GET", path, params: { id: phone } });
  // As Next.js does: a span with the whole address, and the error with its message.
  trace
    .getTracer("next.js")
    .startActiveSpan(
      "GET",
      { attributes: { "http.target": path, "http.method": "GET" } },
      (own) => {
        own.recordException(new Error(`No profile of ${phone}`));
        own.setStatus({ code: 2, message: `No profile of ${phone}` });
        own.end();
      },
    );
  countEndedCall("voice", "declined");
  measureWebhookLag(new Date(Date.now() - 3_000).toISOString());
  await telemetry.flush();
});
afterAll(() => telemetry.stop());

const sent = (path: string) => received.filter((one) => one.path === path);
const spans = () => sent("/v1/traces").flatMap(({ body }) => traces.parse(JSON.parse(body)));
const metrics = () => sent("/v1/metrics").flatMap(({ body }) => measured.parse(JSON.parse(body)));

test("a request is a trace, whose children are what it asked of Supabase and Twilio", () => {
  const request = spans().find(({ name }) => name === "GET /api/people/{id}");
  expect(request).toMatchObject({
    service: "duet-test",
    kind: 1,
    attributes: { "http.route": "/api/people/{id}", "http.request.method": "GET" },
  });
  const children = spans().filter(({ parentSpanId }) => parentSpanId === request?.spanId);
  const named = (start: string) => children.find(({ name }) => name.startsWith(start));
  expect(named("supabase GET")).toMatchObject({
    name: "supabase GET /rest/v1/private_profiles",
    kind: 3,
    traceId: request?.traceId,
    attributes: { "peer.service": "supabase", "http.response.status_code": 200 },
  });
  expect(named("twilio")).toMatchObject({
    name: "twilio POST /v2/Services/{id}/Verifications",
    traceId: request?.traceId,
    attributes: { "peer.service": "twilio" },
  });
});

test("nothing private leaves, not even in the spans of Next.js", () => {
  expect(spans().map(({ name }) => name)).toContain("GET");
  const everything = received.map(({ body }) => body).join("\n");
  expect(everything).not.toMatch(/4155550101|code=|No profile/);
  expect(spans().flatMap(({ events }) => events)).toEqual([]);
});

test("requests, the lag of webhooks and ended calls are measured", () => {
  const of = (name: string) => metrics().find((one) => one.name === name);
  expect(of("http.server.request.duration")?.histogram?.dataPoints).toMatchObject([
    { count: 1, attributes: { "http.route": "/api/people/{id}", "duet.outcome": "ok" } },
  ]);
  expect(of("duet.webhook.lag")?.histogram?.dataPoints).toMatchObject([{ count: 1 }]);
  expect(of("duet.calls.ended")?.sum?.dataPoints).toMatchObject([
    { asDouble: 1, attributes: { "duet.call.kind": "voice", "duet.call.end_reason": "declined" } },
  ]);
});
