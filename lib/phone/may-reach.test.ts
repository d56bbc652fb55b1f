import { expect, test } from "vitest";
import { mayReach, type OutboundRules, requireReach } from "@/lib/phone/may-reach";

const rules = (deployment: "development" | "preview" | "production") => ({
  deployment,
  outbound: { allowList: ["+141555501*", "+442079460018"] },
});

test.each([
  ["+14155550101", true],
  ["+442079460018", true],
  ["+15005550006", true],
  ["+14155552671", false],
  ["+4420794600181", false],
  ["+1415555", false],
])("outside production %s is reached: %s", (number, reached) => {
  expect(mayReach(number, rules("development"))).toBe(reached);
  expect(mayReach(number, rules("preview"))).toBe(reached);
});

test("production reaches everybody", () => {
  expect(mayReach("+14155552671", rules("production"))).toBe(true);
});

test("an empty list reaches nobody but magic numbers", () => {
  const none: OutboundRules = { deployment: "preview", outbound: { allowList: [] } };
  expect(mayReach("+14155550101", none)).toBe(false);
  expect(mayReach("+15005550009", none)).toBe(true);
});

test("the guard refuses by name", () => {
  expect(() => requireReach("+14155550101", rules("development"))).not.toThrow();
  expect(() => requireReach("+14155552671", rules("development"))).toThrow(
    expect.objectContaining({ code: "number_not_allowed", status: 400 }),
  );
});
