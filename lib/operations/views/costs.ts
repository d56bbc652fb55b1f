import "server-only";
import { z } from "zod";
import { adminClient } from "@/lib/supabase/admin";

const day = z.object({
  /** UTC */
  day: z.string(),
  legs: z.number(),
  minutes: z.number(),
  /** What the legs cost. */
  calls: z.number(),
  /** What the whole account had spent by the last look; null when nobody looked. */
  account: z.number().nullable(),
  currency: z.string().nullable(),
});
export type CostDay = z.infer<typeof day>;

/** What calls and the account cost, day by day, newest first. @throws PostgrestError */
export async function readCosts(days: number): Promise<CostDay[]> {
  const { data } = await adminClient().rpc("operators_costs", { p_days: days }).throwOnError();
  return z.array(day).parse(data);
}
