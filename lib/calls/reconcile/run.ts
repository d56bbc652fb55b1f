import "server-only";
import { lookAt } from "@/lib/calls/reconcile/check";
import { sweepCosts } from "@/lib/calls/reconcile/costs";
import { type Check, claimChecks, releaseChecks } from "@/lib/calls/reconcile/queue";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { adminClient } from "@/lib/supabase/admin";
import { askedPause } from "@/lib/twilio/asked-pause";
import { wantsPause } from "@/lib/twilio/wants-pause";

/** So many are taken at a time, and so many of them are asked about side by side. */
const batch = 100;
const abreast = 8;
const relaysAtOnce = 500;

export interface Reconciled {
  [name: string]: number | boolean;
  /** Calls that were due. */
  checked: number;
  /** Of these, the ones of which more or something else is known now. */
  repaired: number;
  /** Calls, rooms, participants and relays that outlived their call and were ended. */
  ended: number;
  /** Calls that could not be looked at; they come back. */
  failed: number;
  /** Legs whose cost was read. */
  costs: number;
  /** Whether something was left, since time ran out or Twilio asked for a pause. */
  more: boolean;
}

/**
 * Brings what is known of calls up to Twilio's account of them, until nothing is due, time is up,
 * or Twilio wants fewer requests (429) or does not answer. What is left is found by the next run,
 * which waits for as long as Twilio has asked to; two at once share the work.
 *
 * @param withinMs - from when on nothing new is begun
 * @throws PostgrestError when the database does not answer
 */
export async function reconcile(withinMs: number): Promise<Reconciled> {
  const deadline = performance.now() + withinMs;
  const { data: relays } = await adminClient()
    .rpc("end_stale_relays", { p_limit: relaysAtOnce })
    .throwOnError();
  const done: Reconciled = {
    ...{ checked: 0, repaired: 0, failed: 0, costs: 0, more: false },
    ended: relays,
  };
  // Nothing that is looked at cannot wait.
  if (askedPause() > 0) return { ...done, more: true };
  let isLast = !env().twilio;
  while (!isLast && !done.more) {
    if (performance.now() > deadline) return { ...done, more: true };
    const { claimed, checks } = await claimChecks(batch);
    isLast = claimed < batch;
    const { left, isTurnedAway } = await lookAtAll(checks, done, deadline);
    await releaseChecks(left);
    done.checked += claimed - left.length;
    done.more = left.length > 0 || isTurnedAway;
  }
  if (done.more || !env().twilio) return done;
  const swept = await sweepCosts(deadline);
  return { ...done, costs: swept.legs, more: swept.more };
}

/** @returns those that were not looked at, and whether Twilio wants a pause */
async function lookAtAll(checks: Check[], done: Reconciled, deadline: number) {
  const left = [...checks];
  let isTurnedAway = false;
  const work = async () => {
    while (!isTurnedAway && performance.now() < deadline) {
      const check = left.shift();
      if (!check) return;
      try {
        const { isRepaired, ended } = await lookAt(check);
        done.repaired += isRepaired ? 1 : 0;
        done.ended += ended;
      } catch (error) {
        // Not given back: were it the cause, it would be in the way of all others for ever.
        done.failed += 1;
        isTurnedAway ||= wantsPause(error);
        log.warn({ call: check.sid, error }, "call not reconciled");
      }
    }
  };
  await Promise.all(Array.from({ length: abreast }, work));
  return { left, isTurnedAway };
}
