import { expect, test } from "vitest";
import { countryChoices, countryOf, suggestedCountry } from "@/lib/phone/countries";

test.each([
  ["en-GB,en;q=0.9", "GB"],
  ["de,es-mx;q=0.8,en-US;q=0.5", "MX"],
  ["zh-Hant-TW,zh;q=0.9", "TW"],
  ["en", "US"],
  ["", "US"],
  [null, "US"],
  ["xx-ZZ", "US"],
])("the languages %j suggest %s", (header, country) => {
  expect(suggestedCountry(header)).toBe(country);
});

test("countries have names and calling codes, in the order of their names", () => {
  const choices = countryChoices();
  expect(choices.find(({ code }) => code === "GB")).toEqual({
    code: "GB",
    name: "United Kingdom",
    dial: "+44",
  });
  expect(choices[0]?.name).toBe("Afghanistan");
});

test("a number tells its country", () => {
  expect(countryOf("+442079460018")).toBe("GB");
  expect(countryOf("")).toBeNull();
});
