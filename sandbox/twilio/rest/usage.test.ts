import { expect, test } from "vitest";
import { clientOf } from "../testing/client.ts";
import { handClock, startSandbox } from "../testing/sandbox.ts";

const to = "+14155550101";

test("today's usage is what was sent today, by category and in all", async () => {
  const clock = handClock();
  const sandbox = await startSandbox({ now: clock.now });
  const { usage } = clientOf(sandbox);
  const text = { from: "Verify", body: "Hi", channel: "sms" as const };
  sandbox.context.phones.receive(to, { ...text, at: clock.now() });
  sandbox.context.phones.receive(to, { ...text, at: clock.now() });

  const [total, ...others] = await usage.records.today.list({ category: "totalprice" });
  expect(others).toEqual([]);
  expect(total).toMatchObject({ category: "totalprice", priceUnit: "usd" });
  expect(Number(total?.price)).toBeCloseTo(0.0158);
  expect(total?.startDate.toISOString()).toBe("2026-01-15T00:00:00.000Z");
  const all = await usage.records.today.list();
  expect(all.map(({ category, count }) => [category, count])).toEqual([
    ["calls", "0"],
    ["sms", "2"],
    ["totalprice", "0"],
  ]);

  clock.advance(24 * 3_600_000);
  const [tomorrow] = await usage.records.today.list({ category: "totalprice" });
  expect(Number(tomorrow?.price)).toBe(0);
});
