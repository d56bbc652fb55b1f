import { expect, test } from "vitest";
import { clientOf } from "../testing/client.ts";
import { startSandbox } from "../testing/sandbox.ts";

test("a new account may call home alone, until a country is allowed", async () => {
  const { countries, bulkCountryUpdates } = clientOf(await startSandbox()).voice.v1
    .dialingPermissions;
  const allowed = async () =>
    (await countries.list({ lowRiskNumbersEnabled: true })).map(({ isoCode }) => isoCode).sort();
  expect(await allowed()).toEqual(["US"]);

  const permission = {
    iso_code: "GB",
    low_risk_numbers_enabled: true,
    high_risk_special_numbers_enabled: false,
    high_risk_tollfraud_numbers_enabled: false,
  };
  const updated = await bulkCountryUpdates.create({ updateRequest: JSON.stringify([permission]) });
  expect(updated.updateCount).toBe(1);
  expect(await allowed()).toEqual(["GB", "US"]);
  expect(await countries("GB").fetch()).toMatchObject({
    name: "United Kingdom",
    countryCodes: ["+44"],
    lowRiskNumbersEnabled: true,
    highRiskTollfraudNumbersEnabled: false,
  });
});

test.each(["", "[]", '[{"iso_code":"XX"}]'])(
  "an update of %j is refused",
  async (updateRequest) => {
    const { bulkCountryUpdates } = clientOf(await startSandbox()).voice.v1.dialingPermissions;
    const refused = { status: 400, code: 20001 };
    await expect(bulkCountryUpdates.create({ updateRequest })).rejects.toMatchObject(refused);
  },
);

test("the whole world comes in pages", async () => {
  const { countries } = clientOf(await startSandbox()).voice.v1.dialingPermissions;
  expect((await countries.list({ pageSize: 100 })).length).toBeGreaterThan(200);
});
