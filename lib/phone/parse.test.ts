import { describe, expect, test } from "vitest";
import { parsePhone } from "@/lib/phone/parse";

const countries = ["US", "GB", "DE", "FR"] as const;

test.each([
  ["+14155550101", "+14155550101", "US"],
  ["  +1 (415) 555-2671 ", "+14155552671", "US"],
  ["+44 20 7946 0018", "+442079460018", "GB"],
  ["+49 1511 2345678", "+4915112345678", "DE"],
])("%s is %s in %s", (text, e164, country) => {
  expect(parsePhone(text, countries)).toEqual({ e164, country });
});

test("the fictional numbers of the demo people are ordinary numbers", () => {
  for (let n = 1; n <= 12; n += 1) {
    const number = `+141555501${String(n).padStart(2, "0")}`;
    expect(parsePhone(number, countries)).toEqual({ e164: number, country: "US" });
  }
});

test("Twilio's magic numbers are taken", () => {
  expect(parsePhone("+15005550006", countries).e164).toBe("+15005550006");
});

test.each([
  "",
  "hello",
  "4155550101",
  "+1415555",
  "+11234567890",
  "+14155550101 or so",
  "+14155550101;ext=5",
  "+1415555010112345",
  "+",
])("%j is refused as no phone number", (text) => {
  expect(() => parsePhone(text, countries)).toThrow(
    expect.objectContaining({ code: "invalid_phone" }),
  );
});

describe("numbers that cost more or reach no person are refused by name", () => {
  test.each([
    ["+19005550123", "premium-rate"],
    ["+499001234567", "premium-rate"],
    ["+33891234567", "premium-rate"],
    ["+447012345678", "personal forwarding"],
    ["+18005551234", "freephone"],
    ["+80012345678", "freephone"],
  ])("%s is %s", (text, kind) => {
    expect(() => parsePhone(text, countries)).toThrow(
      expect.objectContaining({
        code: "premium_number",
        message: expect.stringContaining(kind),
      }),
    );
  });
});

test("an unsupported country is named", () => {
  expect(() => parsePhone("+5350123456", countries)).toThrow(
    expect.objectContaining({
      code: "unsupported_country",
      message: "We cannot text or call numbers in Cuba yet.",
    }),
  );
});

test("a satellite number is in no country", () => {
  expect(() => parsePhone("+870773111632", countries)).toThrow(
    expect.objectContaining({ code: "unsupported_country" }),
  );
});
