import { describe, expect, test } from "vitest";
import type { Figures } from "@/lib/operations/alerts/figures";
import { allRules, judge } from "@/lib/operations/alerts/rules";
import { type Alert, alertText } from "@/lib/operations/alerts/words";

const quiet: Figures = {
  requests: 1_000,
  failed: 2,
  webhooks: 400,
  webhooks_failed: 1,
  webhooks_refused: 0,
  stuck_calls: 0,
  stuck_minutes: 0,
  sign_in: [{ country: "US", asked: 100, approved: 80 }],
  spent_last_hour: 1.5,
  currency: "USD",
  minutes_since_reconcile: 5,
};

/** What fires, as `rule subject value`, when these figures differ from a quiet day's. */
const firing = (change: Partial<Figures>) =>
  judge(allRules({ spendPerHour: 20 }), { ...quiet, ...change }).firing.map(
    ({ rule, subject, value }) =>
      [rule, subject, value].filter((part) => part !== undefined).join(" "),
  );

test.each([
  ["a quiet day", {}, []],
  ["a night without any traffic", { requests: 0, failed: 0, webhooks: 0, sign_in: [] }, []],
  ["webhooks that fail", { webhooks_failed: 9 }, ["webhook-failures 9"]],
  ["few among very many that fail", { webhooks: 90_000, webhooks_failed: 9 }, []],
  ["a handful of forged webhooks", { webhooks_refused: 5 }, []],
  ["many forged ones", { webhooks_refused: 25 }, ["webhook-refusals 25"]],
  ["nothing but refused webhooks", { webhooks: 3, webhooks_refused: 3 }, ["webhook-refusals 3"]],
  ["a stuck call", { stuck_calls: 1, stuck_minutes: 300 }, ["stuck-calls 1"]],
  ["requests that fail", { failed: 60 }, ["error-rate 6"]],
  ["one failure at night", { requests: 2, failed: 1 }, []],
  ["an expensive hour", { spent_last_hour: 20.5 }, ["spend-per-hour 20.5"]],
  ["a late reconcile", { minutes_since_reconcile: 31 }, ["reconcile-late 31"]],
  ["nothing scheduled yet", { minutes_since_reconcile: null }, []],
  [
    "codes for two countries that nobody types",
    {
      sign_in: [
        { country: "GB", asked: 40, approved: 2 },
        { country: "NG", asked: 10, approved: 0 },
        { country: "IE", asked: 9, approved: 0 },
        { country: "US", asked: 100, approved: 80 },
      ],
    },
    ["sign-in-conversion GB 5", "sign-in-conversion NG 0"],
  ],
] satisfies [string, Partial<Figures>, string[]][])("%s", (_, change, alerts) => {
  expect(firing(change)).toEqual(alerts);
});

test("a rule that cannot judge neither fires nor calls off", () => {
  const { judged, firing: found } = judge(allRules({ spendPerHour: 20 }), {
    ...quiet,
    spent_last_hour: null,
  });
  expect(found).toEqual([]);
  expect(judged).not.toContain("spend-per-hour");
  expect(judged).toContain("error-rate");
});

test("each sentence says what to look at, with the numbers that made it fire", () => {
  const all: Partial<Figures> = {
    ...{
      webhooks_failed: 9,
      webhooks_refused: 300,
      failed: 60,
      stuck_calls: 2,
      stuck_minutes: 251,
    },
    ...{ spent_last_hour: 30, minutes_since_reconcile: 45 },
    sign_in: [{ country: "", asked: 20, approved: 1 }],
  };
  const sentences = judge(allRules({ spendPerHour: 20 }), { ...quiet, ...all }).firing;
  expect(sentences.map(({ sentence }) => sentence)).toEqual([
    expect.stringMatching(/^9 of 400 webhooks failed .* \(2\.3 %\)\. Look/),
    expect.stringMatching(/^300 of 400 webhooks .* no valid signature: PUBLIC_URL/),
    expect.stringMatching(
      /^2 calls look live and cannot be; the oldest began 251 minutes ago\. Look/,
    ),
    expect.stringMatching(/^Of 20 people .* \(by e-mail\) 1 came in \(5 %\)\./),
    expect.stringMatching(/^Twilio cost 30\.00 USD .* limit is 20\. Look/),
    expect.stringMatching(/^60 of 1000 requests failed .* \(6 %\)\./),
    expect.stringMatching(/^No reconcile has gone well for 45 minutes\. Look/),
  ]);
});

describe("in a chat", () => {
  const alert: Alert = {
    ...{ id: 1, rule: "sign-in-conversion", subject: "NG", value: 0, sentence: "Nobody came in." },
    ...{ since: "2026-01-15T12:00:00Z", seen_at: "2026-01-15T12:05:00Z", resolved_at: null },
    ...{ told: null, told_at: null, telling_until: null },
  };

  test("an alert says what it is about", () => {
    expect(alertText(alert)).toBe("Duet: sign-in-conversion (NG) is firing. Nobody came in.");
  });

  test("its end says how long it took", () => {
    expect(alertText({ ...alert, resolved_at: "2026-01-15T12:20:20Z" })).toBe(
      "Duet: sign-in-conversion (NG) is over after 20 minutes. It was: Nobody came in.",
    );
  });
});
