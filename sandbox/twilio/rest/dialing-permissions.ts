import { type Context, Hono } from "hono";
import { type CountryCode, getCountries, getCountryCallingCode } from "libphonenumber-js";
import { z } from "zod";
import { notFound, TwilioError } from "../errors.ts";
import { pageMeta } from "../paging.ts";
import { readForm } from "./form.ts";

const origin = "https://voice.twilio.com";
const path = "/v1/DialingPermissions";

/** Canada has no entry of its own: that of the United States is for both. */
const countries = getCountries().filter((country) => country !== "CA");

/** A new account may call at home, and nowhere else until somebody allows it. */
const home: CountryCode = "US";

interface Permission {
  low_risk_numbers_enabled: boolean;
  high_risk_special_numbers_enabled: boolean;
  high_risk_tollfraud_numbers_enabled: boolean;
}

/** Twilio's documentation quotes the booleans; both ways are taken. */
const flag = z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]);
const update = z.object({
  iso_code: z.enum(countries),
  low_risk_numbers_enabled: flag,
  high_risk_special_numbers_enabled: flag,
  high_risk_tollfraud_numbers_enabled: flag,
});

function readUpdates(form: URLSearchParams) {
  try {
    return z
      .array(update)
      .min(1)
      .parse(JSON.parse(form.get("UpdateRequest") ?? ""));
  } catch {
    throw new TwilioError(400, 20001, "Invalid parameter UpdateRequest");
  }
}

const nameOf = (country: CountryCode) =>
  new Intl.DisplayNames("en", { type: "region" }).of(country) ?? country;

function countryJson(country: CountryCode, permission: Permission) {
  const url = `${origin}${path}/Countries/${country}`;
  return {
    iso_code: country,
    name: country === "US" ? "United States/Canada" : nameOf(country),
    // The sandbox knows no geography, and nobody asks by continent.
    continent: null,
    country_codes: [`+${getCountryCallingCode(country)}`],
    ...permission,
    url,
    links: { highrisk_special_prefixes: `${url}/HighRiskSpecialPrefixes` },
  };
}

function filterOf(query: URLSearchParams) {
  const asked = (name: string, value: string | boolean) =>
    !query.has(name) || query.get(name) === String(value);
  return (country: ReturnType<typeof countryJson>) =>
    asked("IsoCode", country.iso_code) &&
    asked("LowRiskNumbersEnabled", country.low_risk_numbers_enabled) &&
    asked("HighRiskSpecialNumbersEnabled", country.high_risk_special_numbers_enabled) &&
    asked("HighRiskTollfraudNumbersEnabled", country.high_risk_tollfraud_numbers_enabled);
}

/**
 * Voice v1: which countries the account may call. They are stored and told; calls do not heed them.
 * @see https://www.twilio.com/docs/voice/api/dialingpermissions-country-resource
 */
export function dialingPermissionRoutes(): Hono {
  const permissions = new Map<CountryCode, Permission>(
    countries.map((country) => [
      country,
      {
        low_risk_numbers_enabled: country === home,
        high_risk_special_numbers_enabled: false,
        high_risk_tollfraud_numbers_enabled: false,
      },
    ]),
  );
  const all = () => [...permissions].map(([country, each]) => countryJson(country, each));
  const find = (c: Context) => {
    const found = all().find((country) => country.iso_code === c.req.param("country"));
    if (!found) throw notFound(c.req.path);
    return found;
  };

  return new Hono()
    .get("/DialingPermissions/Countries", (c) =>
      pageMeta(c, origin, "content", all().filter(filterOf(new URL(c.req.url).searchParams))),
    )
    .get("/DialingPermissions/Countries/:country", (c) => c.json(find(c)))
    .post("/DialingPermissions/BulkCountryUpdates", async (c) => {
      const form = await readForm(c);
      const updates = readUpdates(form);
      for (const { iso_code, ...permission } of updates) permissions.set(iso_code, permission);
      const answer = { update_count: updates.length, update_request: form.get("UpdateRequest") };
      return c.json(answer, 201);
    });
}
