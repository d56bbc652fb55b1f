import { Hono } from "hono";
import {
  isSupportedCountry,
  type NumberType,
  type PhoneNumber,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from "libphonenumber-js/max";
import { TwilioError } from "../errors.ts";

/** Line types of Lookup v2's Line Type Intelligence. */
const lineTypes: Partial<Record<NonNullable<NumberType>, string>> = {
  MOBILE: "mobile",
  FIXED_LINE: "landline",
  FIXED_LINE_OR_MOBILE: "mobile",
  PREMIUM_RATE: "premium",
  TOLL_FREE: "tollFree",
  SHARED_COST: "sharedCost",
  VOIP: "nonFixedVoip",
  PERSONAL_NUMBER: "personal",
  PAGER: "pager",
  UAN: "uan",
  VOICEMAIL: "voicemail",
};

function validationErrors(given: string, parsed: PhoneNumber | undefined): string[] {
  if (parsed?.isValid()) return [];
  const length = validatePhoneNumberLength(given);
  if (length === "INVALID_COUNTRY") return ["INVALID_COUNTRY_CODE"];
  return [length ?? "INVALID_BUT_POSSIBLE"];
}

function lineType(parsed: PhoneNumber | undefined) {
  const type = parsed?.getType();
  return {
    type: type ? (lineTypes[type] ?? "unknown") : null,
    carrier_name: type ? "Sandbox Mobile" : null,
    mobile_country_code: type ? "310" : null,
    mobile_network_code: type ? "010" : null,
    error_code: type ? null : 60600,
  };
}

/** Lookup v2: formatting, validity and, on request, the line type of a number. */
export function lookupRoutes(): Hono {
  return new Hono().get("/PhoneNumbers/:number", (c) => {
    const given = c.req.param("number");
    const country = c.req.query("CountryCode")?.toUpperCase();
    if (country !== undefined && !isSupportedCountry(country)) {
      throw new TwilioError(400, 60200, "Invalid parameter: CountryCode");
    }
    const fields = (c.req.query("Fields") ?? "").split(",").filter(Boolean);
    const parsed = parsePhoneNumberFromString(given, country);
    const valid = parsed?.isValid() ?? false;
    const number = parsed?.number ?? given;
    return c.json({
      calling_country_code: parsed?.countryCallingCode ?? null,
      country_code: parsed?.country ?? null,
      phone_number: number,
      national_format: parsed?.formatNational() ?? given,
      valid,
      validation_errors: validationErrors(given, parsed),
      caller_name: null,
      sim_swap: null,
      call_forwarding: null,
      line_status: null,
      line_type_intelligence: fields.includes("line_type_intelligence") ? lineType(parsed) : null,
      identity_match: null,
      reassigned_number: null,
      sms_pumping_risk: null,
      phone_number_quality_score: null,
      pre_fill: null,
      url: `https://lookups.twilio.com/v2/PhoneNumbers/${encodeURIComponent(number)}`,
    });
  });
}
