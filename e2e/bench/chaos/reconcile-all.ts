import type { SandboxSupabase } from "../../../sandbox/supabase/server.ts";

interface Answer {
  checked: number;
  repaired: number;
  ended: number;
  failed: number;
  more: boolean;
}

/** Lets the time pass after which calls are compared with the provider's account of them. */
export async function passTime(supabase: SandboxSupabase): Promise<void> {
  await supabase.query("update public.call_checks set due_at = now()");
}

/** Runs the reconciler as its schedule would, until it says that nothing is left. */
export async function reconcileAll(appUrl: string, secret: string): Promise<Answer> {
  const sum: Answer = { checked: 0, repaired: 0, ended: 0, failed: 0, more: true };
  while (sum.more) {
    const answer = await fetch(`${appUrl}/api/cron/reconcile`, {
      method: "POST",
      headers: { authorization: `Bearer ${secret}` },
    });
    if (!answer.ok) throw new Error(`The reconciler: ${answer.status} ${await answer.text()}`);
    const { checked, repaired, ended, failed, more }: Answer = await answer.json();
    sum.checked += checked;
    sum.repaired += repaired;
    sum.ended += ended;
    sum.failed += failed;
    sum.more = more;
  }
  return sum;
}
