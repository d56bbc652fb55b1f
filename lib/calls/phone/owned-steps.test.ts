import { describe, expect, test } from "vitest";
import {
  firstStep,
  isOwnedStep,
  type OwnedStep,
  readStep,
  stepAfter,
  writeStep,
} from "./owned-steps";

const none = { always: 0, busy: 0, "no-answer": 0 };
const rule = (condition: "always" | "busy" | "no-answer", place: number): OwnedStep => ({
  rings: "rule",
  condition,
  place,
});
const app: OwnedStep = { rings: "app" };

test.each([app, rule("always", 0), rule("busy", 4), rule("no-answer", 12)])(
  "%j comes back from its address as it was",
  (step) => {
    expect(isOwnedStep(writeStep(step))).toBe(true);
    expect(readStep(writeStep(step))).toEqual(step);
  },
);

test.each([
  null,
  "",
  "app",
  "phone",
  "owned-",
  "owned-app-1",
  "owned-busy",
  "owned-busy--1",
  "owned-never-0",
])("%j is no step", (text) => expect(readStep(text)).toBeNull());

describe("first", () => {
  test("rings the app", () => expect(firstStep(none, false)).toEqual(app));
  test("rings nothing when the owner is busy", () => expect(firstStep(none, true)).toBeNull());
  test("follows the rules for that", () =>
    expect(firstStep({ ...none, busy: 1, "no-answer": 1 }, true)).toEqual(rule("busy", 0)));
  test("rings no app when all calls are forwarded, busy or not", () => {
    expect(firstStep({ ...none, always: 1, busy: 1 }, false)).toEqual(rule("always", 0));
    expect(firstStep({ ...none, always: 1, busy: 1 }, true)).toEqual(rule("always", 0));
  });
});

describe("then", () => {
  const rules = { always: 2, busy: 1, "no-answer": 2 };
  test.each([
    [app, rules, "no-answer", rule("no-answer", 0)],
    [app, rules, "failed", rule("no-answer", 0)],
    [app, rules, "busy", rule("busy", 0)],
    [app, { ...rules, busy: 0 }, "busy", rule("no-answer", 0)],
    [app, none, "no-answer", null],
    [rule("always", 0), rules, "busy", rule("always", 1)],
    [rule("always", 1), rules, "no-answer", null],
    [rule("busy", 0), rules, "no-answer", null],
    [rule("no-answer", 0), rules, "completed", rule("no-answer", 1)],
    [rule("no-answer", 7), rules, "failed", null],
  ])("after %j with %j, when it ended %s, comes %j", (step, counts, outcome, next) => {
    expect(stepAfter(step, counts, outcome)).toEqual(next);
  });
});
