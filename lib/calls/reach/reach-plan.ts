import "server-only";
import { z } from "zod";
import { type PhoneCall, phoneCall } from "@/lib/calls/phone/phone-call";
import { poolNumbers } from "@/lib/calls/phone/pool";
import { env } from "@/lib/env";
import { isQuiet } from "@/lib/push/quiet-hours";
import { adminClient } from "@/lib/supabase/admin";
import type { Database } from "@/lib/supabase/database.types";

/** How somebody who is called can be reached. */
export const reachPlan = z.object({
  /** Their app is in view in some browser. */
  here: z.boolean(),
  /** They have browsers that can be pushed. */
  alert: z.boolean(),
  /** A telephone of theirs may ring, outside of their quiet hours. */
  telephone: z.boolean(),
  quiet_from: z.string().nullable(),
  quiet_to: z.string().nullable(),
  time_zone: z.string(),
});
export type ReachPlan = z.infer<typeof reachPlan>;

/** Whether their telephone may ring now, in place of their app. */
export function mayRingTelephone(plan: ReachPlan): boolean {
  const { quiet_from: from, quiet_to: to, time_zone: timeZone } = plan;
  return plan.telephone && env().telephony !== null && !isQuiet({ from, to, timeZone }, new Date());
}

const nextStep = z.object({
  step: z.enum(["dial", "wait", "telephone", "missed", "over"]),
  caller_id: z.uuid().nullable(),
  callee_id: z.uuid().nullable(),
  match_id: z.uuid().nullable(),
  caller_name: z.string().nullable(),
  plan: reachPlan,
});

/**
 * From now on a call goes on after a dial that nobody takes.
 *
 * @param providerSid - CallSid of the caller's leg
 * @param reach - what the caller is shown
 * @throws PostgrestError when the database does not answer
 */
export async function awaitCallee(
  providerSid: string,
  reach: Database["public"]["Enums"]["call_reach_way"],
): Promise<void> {
  await adminClient()
    .rpc("await_callee", { p_provider_sid: providerSid, p_reach: reach })
    .throwOnError();
}

/**
 * What comes after a dial that nobody took: `dial` when their app has come since, `wait` for it,
 * their `telephone`, `missed` when nothing is left, or `over` when they may no longer talk.
 *
 * @throws PostgrestError when the database does not answer
 */
export async function findNextStep(providerSid: string): Promise<z.infer<typeof nextStep>> {
  const { data } = await adminClient()
    .rpc("next_reach_step", { p_provider_sid: providerSid })
    .throwOnError();
  return nextStep.parse(data);
}

/**
 * Makes a voice call one to the callee's telephone, by a number lent to the two.
 *
 * @returns null when that may not be
 * @throws PostgrestError when the database does not answer
 */
export async function goOnByPhone(providerSid: string): Promise<PhoneCall | null> {
  const { data } = await adminClient()
    .rpc("go_on_by_phone", { p_provider_sid: providerSid, p_pool: await poolNumbers() })
    .throwOnError();
  return phoneCall.nullable().parse(data);
}
