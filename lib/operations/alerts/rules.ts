import type { Figures } from "@/lib/operations/alerts/figures";
import type { Finding, Rule } from "@/lib/operations/alerts/rule";
import { errorRate } from "@/lib/operations/alerts/rules/error-rate";
import { reconcileLate } from "@/lib/operations/alerts/rules/reconcile-late";
import { signInConversion } from "@/lib/operations/alerts/rules/sign-in-conversion";
import { spendPerHour } from "@/lib/operations/alerts/rules/spend-per-hour";
import { stuckCalls } from "@/lib/operations/alerts/rules/stuck-calls";
import { webhookFailures } from "@/lib/operations/alerts/rules/webhook-failures";
import { webhookRefusals } from "@/lib/operations/alerts/rules/webhook-refusals";

/** @param limits - what may be spent in an hour */
export function allRules(limits: { spendPerHour: number }): Rule[] {
  return [
    webhookFailures,
    webhookRefusals,
    stuckCalls,
    signInConversion,
    spendPerHour(limits.spendPerHour),
    errorRate,
    reconcileLate,
  ];
}

/** What the rules find in the figures, and which of them could judge. */
export function judge(
  rules: readonly Rule[],
  figures: Figures,
): { judged: string[]; firing: (Finding & { rule: string })[] } {
  const judged: string[] = [];
  const firing: (Finding & { rule: string })[] = [];
  for (const { name, judge: look } of rules) {
    const findings = look(figures);
    if (!findings) continue;
    judged.push(name);
    firing.push(...findings.map((finding) => ({ rule: name, ...finding })));
  }
  return { judged, firing };
}
