import "server-only";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { webhookHeaders } from "@/lib/operations/alerts/sign";
import { type Alert, alertText } from "@/lib/operations/alerts/words";
import { adminClient } from "@/lib/supabase/admin";

const timeoutMs = 5_000;

/**
 * Tells the alert webhook of each change that it has not heard of. What it does not accept it is
 * told again with the next run.
 *
 * @returns how many changes were told, and how many not
 * @throws PostgrestError when the database does not answer
 */
export async function tellAlerts(): Promise<{ told: number; untold: number }> {
  const { webhook } = env().alerts;
  if (!webhook) return { told: 0, untold: 0 };
  const { data: alerts } = await adminClient().rpc("claim_alerts").throwOnError();
  const accepted = await Promise.all(alerts.map((alert) => post(alert, webhook)));
  const told = accepted.filter(Boolean).length;
  return { told, untold: alerts.length - told };
}

async function post(alert: Alert, { url, secret }: Webhook): Promise<boolean> {
  const state = alert.resolved_at ? "resolved" : "firing";
  const { id, rule, subject, value, sentence, since, resolved_at } = alert;
  const body = JSON.stringify({
    text: alertText(alert),
    alert: { id, rule, subject, state, value, sentence, since, resolvedAt: resolved_at },
  });
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...webhookHeaders(`alert_${id}_${state}`, body, secret),
      },
      body,
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw new Error(`It answered ${response.status}`);
  } catch (error) {
    log.warn({ alert: id, error }, "alert not delivered");
    await note(id, { telling_until: null });
    return false;
  }
  await note(id, { told: state, told_at: new Date().toISOString(), telling_until: null });
  return true;
}

type Webhook = NonNullable<ReturnType<typeof env>["alerts"]["webhook"]>;

async function note(
  id: number,
  change: Partial<Pick<Alert, "told" | "told_at" | "telling_until">>,
) {
  await adminClient().from("alerts").update(change).eq("id", id).throwOnError();
}
