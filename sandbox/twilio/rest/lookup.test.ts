import { expect, test } from "vitest";
import { clientOf } from "../testing/client.ts";
import { startSandbox } from "../testing/sandbox.ts";

async function lookUp(number: string, options: { fields?: string; countryCode?: string } = {}) {
  return clientOf(await startSandbox())
    .lookups.v2.phoneNumbers(number)
    .fetch(options);
}

test("a good number is described", async () => {
  expect(await lookUp("+14155550101")).toMatchObject({
    valid: true,
    validationErrors: [],
    countryCode: "US",
    callingCountryCode: "1",
    nationalFormat: "(415) 555-0101",
  });
});

test("a national number needs its country", async () => {
  expect(await lookUp("07911 123456", { countryCode: "GB" })).toMatchObject({
    valid: true,
    phoneNumber: "+447911123456",
  });
  expect(await lookUp("07911 123456")).toMatchObject({ valid: false });
});

test.each([
  ["+1415555", "TOO_SHORT"],
  ["+141555501011111111", "TOO_LONG"],
  ["+19995550101", "INVALID_BUT_POSSIBLE"],
  ["junk", "NOT_A_NUMBER"],
  ["+999123456789", "INVALID_COUNTRY_CODE"],
])("%s is invalid: %s", async (number, error) => {
  expect(await lookUp(number)).toMatchObject({ valid: false, validationErrors: [error] });
});

test.each([
  ["+447911123456", "mobile"],
  ["+442079460000", "landline"],
  ["+449012345678", "premium"],
  ["+498001234567", "tollFree"],
  ["+491805012345", "sharedCost"],
  ["+18005550101", "tollFree"],
])("the line type of %s is %s when asked for", async (number, type) => {
  const found = await lookUp(number, { fields: "line_type_intelligence" });
  expect(found.lineTypeIntelligence).toMatchObject({ type });
  expect((await lookUp(number)).lineTypeIntelligence).toBeNull();
});

test("a country that does not exist is refused", async () => {
  await expect(lookUp("4155550101", { countryCode: "XX" })).rejects.toMatchObject({ code: 60200 });
});
