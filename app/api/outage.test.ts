import { afterAll, describe, expect, test } from "vitest";
import { paramsOf } from "@/e2e/integration/authorisation/params";
import { rows } from "@/e2e/integration/authorisation/rows";
import type { Scene } from "@/e2e/integration/authorisation/scene";
import { callRoute } from "@/e2e/integration/call-route";
import { startDeadServices } from "@/e2e/integration/dead-services";
import { onFastClock } from "@/e2e/integration/fast-clock";
import { setPlainEnv } from "@/e2e/integration/plain-env";
import { fieldsOf } from "@/lib/fields";

const services = await startDeadServices();
afterAll(() => services.close());
setPlainEnv({ NEXT_PUBLIC_SUPABASE_URL: services.url, TWILIO_API_URL: services.url });
const { routes } = await import("@/app/api/openapi.json/routes");
const { verbsOf } = await import("@/lib/api/openapi");
const { verifiedClaims } = await import("@/lib/api/verified-claims");
expect((await verifiedClaims(services.accessToken)).claims).not.toBeNull();

const id = "c0a8a7d4-5b1e-4f39-8e26-6f1d2b7c9e03";
const sid = (kind: string) => `${kind}5d2f8a1c9e3b7d4f6a0c8e2b1d9f7a35`;
const scene: Scene = {
  ...{ actor: "user", me: null, phone: "+14155550150", profileId: id, matchId: id, groupId: id },
  ...{ messageId: id, noteId: id, callSid: sid("CA"), roomSid: sid("RM"), recordingSid: sid("RE") },
  ...{ numberId: id, ruleId: id, reportId: id },
};

/** What is answered all the same, since nobody has to be asked about it. */
const answered: Record<string, number> = {
  "GET /api/health": 503, // in words of its own: what is down
  "GET /api/health/live": 200,
  "GET /api/openapi.json": 200,
  // A caller hears a sentence.
  "POST /api/twilio/voice/incoming": 200,
  "POST /api/twilio/voice/dial-result": 200,
  "POST /api/twilio/voice/menu": 200,
  "POST /api/twilio/voice/voicemail": 200,
  "POST /api/twilio/voice/fallback": 200,
  "POST /api/twilio/voice/transcription": 204, // of one that goes on: nothing to keep
};

const targets = Object.entries(routes).flatMap(([path, module]) =>
  verbsOf(module).map(([verb, route]) => ({ name: `${verb} ${path}`, verb, path, route })),
);

/** Asks a route as somebody may who is right in every way; the status or code, and the wait. */
async function ask({ name, verb, path, route }: (typeof targets)[number]) {
  const sent = rows[name]?.send(scene) ?? {};
  const params = paramsOf(path, scene);
  const token = path.startsWith("/api/cron") ? process.env.CRON_SECRET : services.accessToken;
  const { status, json, headers } = await callRoute(route, {
    method: verb,
    ...sent,
    ...(token && { token }),
    path: path.replace(/\{(\w+)\}/g, (_, key: string) => params[key] ?? "") + (sent.path ?? ""),
    params,
  });
  const code = fieldsOf(fieldsOf(json).error).code ?? status;
  return { code, retryAfter: headers.get("retry-after") };
}

describe.each(["dead", "silent"] as const)("while what is behind the app is %s", (absence) => {
  test.each(targets)("$name says so in time", async (target) => {
    services.become(absence);
    const { result, seconds } = await onFastClock(() => ask(target));
    const isScheduled = target.route.declaration.access === "cron";
    expect(seconds).toBeLessThan(isScheduled ? 60 : 13);
    const code = answered[target.name];
    expect(result).toEqual(
      code ? { code, retryAfter: null } : { code: "unavailable", retryAfter: "5" },
    );
  });
});
