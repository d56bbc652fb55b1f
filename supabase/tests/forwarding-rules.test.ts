import { beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "./support/database.ts";
import { giveNumber, type RuleInput, saveRule } from "./support/numbers.ts";
import { makeWorld } from "./support/world.ts";

const database = testDatabase(makeWorld);
const mine = "+14155550191";
const alsoMine = "+14155550192";
const theirs = "+14155550193";
let numbers: Record<"mine" | "alsoMine" | "theirs", string>;

beforeEach(async () => {
  await database().query("delete from phone_numbers");
  numbers = {
    mine: await giveNumber(database(), "owner", mine),
    alsoMine: await giveNumber(database(), "owner", alsoMine),
    theirs: await giveNumber(database(), "member", theirs),
  };
});

const save = (input: Partial<RuleInput>) =>
  saveRule(database(), {
    owner: "owner",
    ...(input.ruleId ? {} : { numberId: numbers.mine, condition: "always" }),
    ...input,
  });
const saved = async (input: Partial<RuleInput>) => {
  const { outcome, rule } = await save(input);
  expect(outcome).toBe("saved");
  if (!rule) throw new Error("There is no rule.");
  return rule;
};
const order = async (condition = "always") =>
  (
    await database().query<{ forward_to: string }>(
      "select forward_to from forwarding_rules where condition = $1 order by position",
      [condition],
    )
  ).map(({ forward_to }) => forward_to.slice(-1));
const phone = (n: number) => `+1415555010${n}`;

describe("circles", () => {
  test("a number never forwards to itself", async () => {
    expect(await save({ forwardTo: mine })).toEqual({ outcome: "loop" });
  });

  test("nor round through another number of one's own, whatever the conditions", async () => {
    await saved({ numberId: numbers.alsoMine, forwardTo: mine, condition: "busy" });
    expect(await save({ forwardTo: alsoMine, condition: "no-answer" })).toEqual({
      outcome: "loop",
    });
  });

  test("nor round through somebody else's", async () => {
    await saved({ forwardTo: alsoMine });
    await saved({ numberId: numbers.alsoMine, forwardTo: theirs });
    const back = { owner: "member", numberId: numbers.theirs } as const;
    expect(await save({ ...back, forwardTo: mine })).toEqual({ outcome: "loop" });
    expect(await save({ ...back, forwardTo: alsoMine })).toEqual({ outcome: "loop" });
    expect(await save({ ...back, forwardTo: phone(1) })).toMatchObject({ outcome: "saved" });
  });

  test("a rule that is off closes none, until it is switched on", async () => {
    await saved({ numberId: numbers.theirs, owner: "member", forwardTo: mine });
    const off = await saved({ forwardTo: theirs, enabled: false });
    expect(await save({ ruleId: off.id, enabled: true })).toEqual({ outcome: "loop" });
    await database().query("update forwarding_rules set enabled = false where forward_to = $1", [
      mine,
    ]);
    expect(await save({ ruleId: off.id, enabled: true })).toMatchObject({ outcome: "saved" });
  });

  test("a rule that is changed is looked at again", async () => {
    const rule = await saved({ forwardTo: phone(1) });
    expect(await save({ ruleId: rule.id, forwardTo: mine })).toEqual({ outcome: "loop" });
    expect(await save({ ruleId: rule.id, ringTimeout: 30 })).toMatchObject({ outcome: "saved" });
  });

  test("of two rules that close a circle together, saved at once, one is refused", async () => {
    const answers = await Promise.all([
      save({ forwardTo: theirs }),
      save({ owner: "member", numberId: numbers.theirs, forwardTo: mine }),
    ]);
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(["loop", "saved"]);
  });

  test("a released number forwards nowhere", async () => {
    await saved({ numberId: numbers.theirs, owner: "member", forwardTo: mine });
    await database().query("update phone_numbers set released_at = now() where id = $1", [
      numbers.theirs,
    ]);
    expect(await save({ forwardTo: theirs })).toMatchObject({ outcome: "saved" });
  });
});

describe("somebody else's", () => {
  test("number gets no rule of mine, nor does one that is released", async () => {
    expect(await save({ numberId: numbers.theirs, forwardTo: phone(1) })).toEqual({
      outcome: "not-found",
    });
    await database().query("update phone_numbers set released_at = now()");
    expect(await save({ forwardTo: phone(1) })).toEqual({ outcome: "not-found" });
  });

  test("rule is not changed, even by naming a number of one's own", async () => {
    const rule = await saved({ owner: "member", numberId: numbers.theirs, forwardTo: phone(1) });
    const change = { ruleId: rule.id, numberId: numbers.mine, forwardTo: phone(2) };
    expect(await save(change)).toEqual({ outcome: "not-found" });
    expect(await order()).toEqual(["1"]);
  });
});

describe("order", () => {
  test("new rules come last, or where they are wanted", async () => {
    for (const n of [1, 2, 3]) await saved({ forwardTo: phone(n) });
    expect(await saved({ forwardTo: phone(4), position: 1 })).toMatchObject({ position: 1 });
    expect(await order()).toEqual(["1", "4", "2", "3"]);
  });

  test("a rule is moved up, down, and to the other condition's end", async () => {
    const rules = [];
    for (const n of [1, 2, 3]) rules.push(await saved({ forwardTo: phone(n) }));
    await saved({ forwardTo: phone(4), condition: "busy" });
    const [first, , last] = rules;
    await saved({ ruleId: last?.id ?? "", position: 0 });
    expect(await order()).toEqual(["3", "1", "2"]);
    await saved({ ruleId: last?.id ?? "", position: 1 });
    expect(await order()).toEqual(["1", "3", "2"]);
    await saved({ ruleId: first?.id ?? "", position: 99 });
    expect(await order()).toEqual(["3", "2", "1"]);
    await saved({ ruleId: first?.id ?? "", condition: "busy" });
    expect(await order("busy")).toEqual(["4", "1"]);
    expect(await order()).toEqual(["3", "2"]);
  });

  test("there are five of each condition at most, and none twice", async () => {
    for (const n of [1, 2, 3, 4, 5]) await saved({ forwardTo: phone(n) });
    expect(await save({ forwardTo: phone(6) })).toEqual({ outcome: "limit" });
    const sixth = await saved({ forwardTo: phone(6), condition: "busy" });
    expect(await save({ ruleId: sixth.id, condition: "always" })).toEqual({ outcome: "limit" });
    expect(await save({ forwardTo: phone(6), condition: "busy" })).toEqual({
      outcome: "duplicate",
    });
  });
});
