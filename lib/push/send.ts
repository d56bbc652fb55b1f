import "server-only";
import { createHash } from "node:crypto";
import webPush from "web-push";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { isPushEndpoint } from "@/lib/push/endpoint";
import type { PushManner, PushPayload } from "@/lib/push/payload";
import type { PushTarget } from "@/lib/push/targets";
import { adminClient } from "@/lib/supabase/admin";

const patienceMs = 3_000;
/** The push service does not know the browser any more. */
const gone = new Set([404, 410]);

type Outcome = "ok" | "failed" | "gone";

/**
 * Pushes to browsers, all at once, and waits three seconds at most. Those that are gone are
 * forgotten.
 *
 * @param payloadFor - what each of them gets
 * @returns how many push services took it; 0 without the keys for it
 * @throws PostgrestError when the database does not answer
 */
export async function sendPushes(
  targets: readonly PushTarget[],
  payloadFor: (target: PushTarget) => PushPayload,
  manner: PushManner,
): Promise<number> {
  if (!env().push || targets.length === 0) return 0;
  const outcomes = await Promise.all(
    targets.map(async (target) => ({
      id: target.id,
      outcome: await push(target, payloadFor(target), manner),
    })),
  );
  const idsOf = (wanted: Outcome) =>
    outcomes.filter(({ outcome }) => outcome === wanted).map(({ id }) => id);
  const delivered = idsOf("ok");
  await adminClient()
    .rpc("note_pushes", { p_ok: delivered, p_failed: idsOf("failed"), p_gone: idsOf("gone") })
    .throwOnError();
  return delivered.length;
}

async function push(
  target: PushTarget,
  payload: PushPayload,
  manner: PushManner,
): Promise<Outcome> {
  const { push: keys } = env();
  // The list of hosts may have become shorter since the browser was saved.
  if (!keys || !isPushEndpoint(target.endpoint, keys.endpointHosts)) return "failed";
  try {
    const { endpoint, method, headers, body } = webPush.generateRequestDetails(
      { endpoint: target.endpoint, keys: { p256dh: target.p256dh, auth: target.auth } },
      JSON.stringify(payload),
      {
        vapidDetails: keys,
        TTL: manner.ttl,
        urgency: manner.urgency,
        topic: topicOf(payload.tag),
      },
    );
    const response = await fetch(endpoint, {
      method,
      headers: Object.entries(headers).map(([name, value]): [string, string] => [name, `${value}`]),
      body: new Uint8Array(body),
      // Whoever answers for the host does not get to name another one.
      redirect: "manual",
      signal: AbortSignal.timeout(patienceMs),
    });
    await response.body?.cancel();
    if (response.ok) return "ok";
    // The address is the browser's secret: its host is enough to tell what is wrong.
    log.warn({ status: response.status, host: new URL(endpoint).host }, "push refused");
    return gone.has(response.status) ? "gone" : "failed";
  } catch (error) {
    log.warn({ host: new URL(target.endpoint).host, error }, "push failed");
    return "failed";
  }
}

/** Replaces what waits at the push service under the same tag; 32 characters are allowed. RFC 8030, 5.4 */
function topicOf(tag: string): string {
  return createHash("sha256").update(tag).digest("base64url").slice(0, 32);
}
