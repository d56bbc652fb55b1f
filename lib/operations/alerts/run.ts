import "server-only";
import { env } from "@/lib/env";
import { readFigures } from "@/lib/operations/alerts/figures";
import { allRules, judge } from "@/lib/operations/alerts/rules";
import { sampleSpend } from "@/lib/operations/alerts/sample-spend";
import { tellAlerts } from "@/lib/operations/alerts/tell";
import { flushCounts } from "@/lib/operations/traffic/counting";
import { adminClient } from "@/lib/supabase/admin";

/**
 * Looks whether anything is wrong, remembers it, and tells whoever is to know. May run twice at
 * once: of a change one of the two tells.
 *
 * @returns how many alerts fire now, and how many changes were told or could not be
 * @throws PostgrestError when the database does not answer
 */
export async function runAlerts(): Promise<{ firing: number; told: number; untold: number }> {
  await flushCounts();
  await sampleSpend();
  const { judged, firing } = judge(allRules(env().alerts), await readFigures());
  await adminClient()
    .rpc("settle_alerts", {
      p_rules: judged,
      p_firing: firing.map(({ rule, subject = "", value, sentence }) => ({
        ...{ rule, subject, value, sentence },
      })),
    })
    .throwOnError();
  return { firing: firing.length, ...(await tellAlerts()) };
}
