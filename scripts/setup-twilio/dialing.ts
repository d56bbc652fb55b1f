import type { Planner } from "./step.ts";

const what = "Geo permissions";

/** Whether calls may go to the countries that the app allows. They are the whole account's. */
export const planDialing: Planner = async ({ client, countries, options }) => {
  const { dialingPermissions } = client.voice.v1;
  const all = await dialingPermissions.countries.list({ pageSize: 1000 });
  const before = all
    .filter((each) => countries.includes(each.isoCode) && !each.lowRiskNumbersEnabled)
    .map((each) => ({
      iso_code: each.isoCode,
      low_risk_numbers_enabled: each.lowRiskNumbersEnabled,
      high_risk_special_numbers_enabled: each.highRiskSpecialNumbersEnabled,
      high_risk_tollfraud_numbers_enabled: each.highRiskTollfraudNumbersEnabled,
    }));
  const missing = before.map(({ iso_code }) => iso_code).join(", ");
  if (!missing) return [{ verb: "keep", what, detail: `voice to ${countries.join(", ")}` }];
  if (!options.geo) {
    const detail = `the account calls no numbers of ${missing}: --geo allows them`;
    return [{ verb: "leave", what, detail }];
  }
  return [
    {
      verb: "change",
      what,
      detail: `voice to ${missing}, without special and fraud-prone ranges`,
      async apply() {
        const updates = before.map((each) => ({ ...each, low_risk_numbers_enabled: true }));
        const updateRequest = JSON.stringify(updates);
        await dialingPermissions.bulkCountryUpdates.create({ updateRequest });
        return { entry: { kind: "dialing", before } };
      },
    },
  ];
};
