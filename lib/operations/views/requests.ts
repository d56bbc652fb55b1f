import "server-only";
import { z } from "zod";
import { adminClient } from "@/lib/supabase/admin";

const routeCount = z.object({
  route: z.string(),
  requests: z.number(),
  failed: z.number(),
  refused: z.number(),
  limited: z.number(),
  mean_ms: z.number(),
  slowest_ms: z.number(),
});
export type RouteCount = z.infer<typeof routeCount>;

/** Requests by route, the busiest first. @throws PostgrestError */
export async function countRequests(hours: number): Promise<RouteCount[]> {
  const { data } = await adminClient().rpc("operators_requests", { p_hours: hours }).throwOnError();
  return z.array(routeCount).parse(data);
}
