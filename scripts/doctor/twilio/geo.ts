import {
  countriesNotTexted,
  type DialingPermission,
  dialingPermissions,
  permissionFor,
} from "../../geo-permissions.ts";
import { type Finding, findingsOf } from "../finding.ts";
import type { TwilioCheck } from "./check.ts";
import { look } from "./look.ts";

const { ok, warn, fail } = findingsOf("Twilio");
const voice = "Voice, Settings, Geo permissions, in Twilio's console";
const texts = "Messaging, Settings, Geo permissions, in Twilio's console";
const allow = "npm run setup:twilio -- --geo";

/** Whether the account may call and text the countries that the app allows, and call no others. */
export const checkGeo: TwilioCheck = async ({ env, connect }) => {
  if (!env.telephony) return [];
  const { countries } = env.outbound;
  const calls = look("Calls abroad", `Set them by hand: ${voice}.`, async () =>
    judgeCalls(countries, await dialingPermissions(connect())),
  );
  const messages = look("Texts abroad", `Set them by hand: ${texts}.`, async () => {
    const missing = await countriesNotTexted(connect(), countries);
    if (missing.length === 0) return ok("Texts abroad", `Twilio texts ${countries.join(", ")}.`);
    const detail = `Twilio texts no numbers of ${missing.join(", ")}, which the app allows.`;
    return fail("Texts abroad", detail, `${allow}, or ${texts}.`);
  });
  return (await Promise.all([calls, messages])).flat();
};

/** @param wanted - ISO codes of what the app allows */
function judgeCalls(wanted: readonly string[], all: readonly DialingPermission[]): Finding[] {
  const what = "Calls abroad";
  const entries = new Set(wanted.map((country) => permissionFor(country, all)));
  const missing = wanted.filter(
    (country) => permissionFor(country, all)?.lowRiskNumbersEnabled === false,
  );
  const spare = all.filter((each) => each.lowRiskNumbersEnabled && !entries.has(each));
  const risky = all.filter((each) => each.highRiskTollfraudNumbersEnabled);
  const found: Finding[] = [];
  if (missing.length > 0) {
    const detail = `Twilio calls no numbers of ${missing.join(", ")}, which the app allows.`;
    found.push(fail(what, detail, `${allow}, or ${voice}.`));
  }
  if (spare.length > 0) {
    const detail = `Twilio would call ${listOf(spare)}, which the app never does.`;
    found.push(warn(what, detail, `Switch them off: ${voice}.`));
  }
  if (risky.length > 0) {
    const detail = `Numbers known for toll fraud can be called in ${listOf(risky)}.`;
    found.push(warn(what, detail, `Switch them off: ${voice}.`));
  }
  return found.length > 0 ? found : [ok(what, `Twilio calls ${wanted.join(", ")} and no others.`)];
}

function listOf(permissions: readonly DialingPermission[]): string {
  if (permissions.length > 8) return `${permissions.length} countries`;
  return permissions.map(({ isoCode }) => isoCode).join(", ");
}
