import "server-only";
import { after } from "next/server";
import { settle } from "@/lib/api/counts-here";
import { log } from "@/lib/log";
import { adminClient } from "@/lib/supabase/admin";

const everyMs = 1_000;
let lastAt = 0;
let settling = false;

/**
 * Shares what this instance has counted with the others, once the request has its answer, and at
 * most once a second. While the database does not answer, each instance counts on alone.
 */
export function settleCountsAfterwards(now = Date.now()): void {
  // Told twice at once, the same uses would count twice.
  if (settling || now - lastAt < everyMs) return;
  lastAt = now;
  settling = true;
  after(async () => {
    try {
      await settle(async (reports) => {
        const { data } = await adminClient()
          .rpc("add_uses", {
            p_keys: reports.map(({ key }) => key),
            p_uses: reports.map(({ uses }) => uses),
            p_windows_seconds: reports.map(({ windowSeconds }) => windowSeconds),
          })
          .throwOnError();
        return data.map(({ key, hits, resets_after_seconds: resetsAfterSeconds }) => ({
          ...{ key, hits, resetsAfterSeconds },
        }));
      });
    } catch (error) {
      log.warn({ error }, "counts of limits not shared");
    } finally {
      settling = false;
    }
  });
}
