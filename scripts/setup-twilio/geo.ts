import { countriesNotTexted, dialingPermissions, permissionFor } from "../geo-permissions.ts";
import type { Context, Planner, Step } from "./step.ts";

/** Whether calls and texts may go where the app allows them. What is set is the whole account's. */
export const planGeo: Planner = async (context) => [
  await planCalls(context),
  await planTexts(context),
];

async function planCalls({ client, countries, options }: Context): Promise<Step> {
  const what = "Calls abroad";
  const all = await dialingPermissions(client);
  const entries = new Set(countries.flatMap((country) => permissionFor(country, all) ?? []));
  const before = [...entries]
    .filter((each) => !each.lowRiskNumbersEnabled)
    .map((each) => ({
      iso_code: each.isoCode,
      low_risk_numbers_enabled: each.lowRiskNumbersEnabled,
      high_risk_special_numbers_enabled: each.highRiskSpecialNumbersEnabled,
      high_risk_tollfraud_numbers_enabled: each.highRiskTollfraudNumbersEnabled,
    }));
  const missing = before.map(({ iso_code }) => iso_code).join(", ");
  if (!missing) return { verb: "keep", what, detail: `to ${countries.join(", ")}` };
  if (!options.geo) return leave(what, `the account calls no numbers of ${missing}`);
  return {
    verb: "change",
    what,
    detail: `to ${missing} too, without special and fraud-prone ranges`,
    async apply() {
      const updates = before.map((each) => ({ ...each, low_risk_numbers_enabled: true }));
      const updateRequest = JSON.stringify(updates);
      await client.voice.v1.dialingPermissions.bulkCountryUpdates.create({ updateRequest });
      return { entry: { kind: "calls", before } };
    },
  };
}

async function planTexts({ client, countries, options }: Context): Promise<Step> {
  const what = "Texts abroad";
  const missing = await countriesNotTexted(client, countries);
  if (missing.length === 0) return { verb: "keep", what, detail: `to ${countries.join(", ")}` };
  const list = missing.join(", ");
  if (!options.geo) return leave(what, `the account texts no numbers of ${list}`);
  return {
    verb: "change",
    what,
    detail: `to ${list} too`,
    async apply() {
      await client.accounts.v1.messagingGeopermissions.update({
        permissions: textingOf(missing, true),
      });
      return { entry: { kind: "texts", countries: missing } };
    },
  };
}

const leave = (what: string, detail: string): Step => ({
  verb: "leave",
  what,
  detail: `${detail}: --geo allows them`,
});

/** Geo permissions of messaging as Twilio takes them. */
export function textingOf(countries: readonly string[], enabled: boolean) {
  return countries.map((country_code) => ({ country_code, type: "country", enabled }));
}
