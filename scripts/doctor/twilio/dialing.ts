import { type Finding, findingsOf } from "../finding.ts";
import type { TwilioCheck } from "./check.ts";
import { look } from "./look.ts";

const { ok, warn, fail } = findingsOf("Twilio");
const what = "Geo permissions";
const where = "console.twilio.com, Voice, Settings, Geo permissions";

/** Whether the account may call the countries that the app allows, and no others. */
export const checkDialing: TwilioCheck = async ({ env, connect }) => {
  if (!env.telephony) return [];
  const { countries } = env.outbound;
  return look(what, `Set them by hand: ${where}.`, async () => {
    const permissions = connect().voice.v1.dialingPermissions.countries;
    const enabled = await permissions.list({ lowRiskNumbersEnabled: true, pageSize: 1000 });
    return judge(
      countries,
      enabled.map(({ isoCode }) => isoCode),
      enabled.filter((each) => each.highRiskTollfraudNumbersEnabled).map(({ isoCode }) => isoCode),
    );
  });
};

/** ISO codes: what the app allows, what the account does, and where even fraud-prone ranges. */
function judge(
  wanted: readonly string[],
  enabled: readonly string[],
  risky: readonly string[],
): Finding[] {
  const missing = wanted.filter((country) => !enabled.includes(country));
  const spare = enabled.filter((country) => !wanted.includes(country));
  const found: Finding[] = [];
  if (missing.length > 0) {
    const detail = `Twilio calls no numbers of ${missing.join(", ")}, which the app allows.`;
    found.push(fail(what, detail, `npm run setup:twilio -- --geo, or ${where}.`));
  }
  if (spare.length > 0) {
    const list = spare.length > 8 ? `${spare.length} more countries` : spare.join(", ");
    const detail = `Twilio would call ${list}, which the app never does.`;
    found.push(warn(what, detail, `Switch them off: ${where}.`));
  }
  if (risky.length > 0) {
    const detail = `Numbers known for toll fraud can be called in ${risky.join(", ")}.`;
    found.push(warn(what, detail, `Switch them off: ${where}.`));
  }
  return found.length > 0 ? found : [ok(what, `Voice: ${wanted.join(", ")} and no others.`)];
}
