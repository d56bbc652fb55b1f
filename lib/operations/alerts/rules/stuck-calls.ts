import type { Rule } from "@/lib/operations/alerts/rule";

/** Calls whose rows live on though no call can last that long: the reconciler should have ended them. */
export const stuckCalls: Rule = {
  name: "stuck-calls",
  judge: ({ stuck_calls: calls, stuck_minutes: minutes }) =>
    calls > 0
      ? [
          {
            value: calls,
            sentence: `${calls} ${calls === 1 ? "call looks" : "calls look"} live and cannot be; the oldest began ${minutes} minutes ago. Look at the runs of reconcile, and at the webhooks.`,
          },
        ]
      : [],
};
