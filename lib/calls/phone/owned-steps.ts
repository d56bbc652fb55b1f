import { z } from "zod";

const prefix = "owned-";

/** What rings next for a call to somebody's own number. */
export type OwnedStep =
  | { rings: "app" }
  /** The rule at this place, from 0, among those of the condition that may be followed. */
  | { rings: "rule"; condition: Condition; place: number };

const conditions = ["always", "busy", "no-answer"] as const;
export type Condition = (typeof conditions)[number];

const ruleStep = z.templateLiteral([
  prefix,
  z.enum(conditions),
  "-",
  z.number().int().nonnegative(),
]);

/** Whether a step of an action URL belongs to a call to somebody's own number. */
export function isOwnedStep(step: string | null): boolean {
  return step?.startsWith(prefix) ?? false;
}

/** The step as the action URL carries it. */
export function writeStep(step: OwnedStep): string {
  return step.rings === "app" ? `${prefix}app` : `${prefix}${step.condition}-${step.place}`;
}

/** The step that an action URL names; null for none of ours. */
export function readStep(text: string | null): OwnedStep | null {
  if (text === `${prefix}app`) return { rings: "app" };
  if (!ruleStep.safeParse(text).success) return null;
  const [, condition, place] = /^owned-(.+)-(\d+)$/.exec(text ?? "") ?? [];
  const known = conditions.find((each) => each === condition);
  return known ? { rings: "rule", condition: known, place: Number(place) } : null;
}

/** How many rules of each condition may be followed. */
export type RuleCounts = Record<Condition, number>;

/** What rings first; null for nothing but voicemail. */
export function firstStep(rules: RuleCounts, isBusy: boolean): OwnedStep | null {
  if (rules.always > 0) return { rings: "rule", condition: "always", place: 0 };
  return isBusy ? ruleAt(rules, "busy", 0) : { rings: "app" };
}

/**
 * What rings after a step at which nobody took the call; null for nothing but voicemail. Who
 * declines in the app is busy, if they have said what to do then, and else has not answered.
 *
 * @param outcome - how the dial ended, in Twilio's words
 */
export function stepAfter(step: OwnedStep, rules: RuleCounts, outcome: string): OwnedStep | null {
  if (step.rings === "rule") return ruleAt(rules, step.condition, step.place + 1);
  return (outcome === "busy" && ruleAt(rules, "busy", 0)) || ruleAt(rules, "no-answer", 0);
}

function ruleAt(rules: RuleCounts, condition: Condition, place: number): OwnedStep | null {
  return place < rules[condition] ? { rings: "rule", condition, place } : null;
}
