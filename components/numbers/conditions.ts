import type { Rule } from "@/components/numbers/types";

/** When a rule applies, as people say it, in the order in which the conditions are looked at. */
export const conditions: readonly { value: Rule["condition"]; words: string }[] = [
  { value: "always", words: "Always" },
  { value: "busy", words: "When busy" },
  { value: "no-answer", words: "When there is no answer" },
];

/** A rule in words, for under its name. */
export function ruleHint({ condition, ringTimeout }: Pick<Rule, "condition" | "ringTimeout">) {
  const words = conditions.find(({ value }) => value === condition)?.words ?? condition;
  return `${words}. Rings for ${ringTimeout} seconds.`;
}
