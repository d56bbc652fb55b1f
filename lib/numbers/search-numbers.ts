import "server-only";
import { type CountryCode, getCountryCallingCode } from "libphonenumber-js/min";
import { asNumberError } from "@/lib/numbers/number-errors";
import type { AvailableNumber, NumberSearch } from "@/lib/numbers/number-fields";
import { monthlyPrices } from "@/lib/numbers/number-prices";
import { requireCountry, requireNumbersOffered } from "@/lib/numbers/number-service";
import { twilioClient } from "@/lib/twilio/client";
import { isTwilioError, resourceNotFound } from "@/lib/twilio/rest-errors";

const most = 20;
const northAmerica: readonly string[] = ["US", "CA"];

/**
 * Numbers that can be bought now, with what they cost a month.
 *
 * @returns none for a kind of number that the country does not have
 * @throws ApiError `not_configured`, `unsupported_country`, or what Twilio's refusal amounts to
 */
export async function searchNumbers(search: NumberSearch): Promise<AvailableNumber[]> {
  requireNumbersOffered();
  const country = requireCountry(search.country);
  const [found, prices] = await Promise.all([list(country, search), monthlyPrices(country)]);
  const price = prices[search.type];
  return found.map(({ phoneNumber, locality, region, isoCountry }) => ({
    phoneNumber,
    locality: locality || null,
    region: region || null,
    country: isoCountry,
    type: search.type,
    monthlyPrice: price?.amount ?? null,
    currency: price?.currency ?? null,
  }));
}

async function list(country: CountryCode, search: NumberSearch) {
  const pattern = patternOf(country, search);
  const wanted = {
    limit: most,
    pageSize: most,
    voiceEnabled: true,
    // A number that needs somebody's address could not be bought in one step.
    excludeAllAddressRequired: true,
    ...(pattern && { contains: pattern }),
    ...(search.areaCode && northAmerica.includes(country) && { areaCode: Number(search.areaCode) }),
  };
  try {
    const available = twilioClient().availablePhoneNumbers(country);
    switch (search.type) {
      case "local":
        return await available.local.list(wanted);
      case "mobile":
        return await available.mobile.list(wanted);
      case "tollFree":
        return await available.tollFree.list(wanted);
    }
  } catch (error) {
    if (isTwilioError(error, resourceNotFound)) return [];
    throw asNumberError(error);
  }
}

/**
 * Twilio knows area codes of North America only; elsewhere they stand at the pattern's beginning.
 * https://www.twilio.com/docs/phone-numbers/api/availablephonenumberlocal-resource
 */
function patternOf(country: CountryCode, { areaCode, contains }: NumberSearch): string | null {
  if (!areaCode || northAmerica.includes(country)) return contains ?? null;
  const start = `+${getCountryCallingCode(country)}${areaCode.replace(/^0+/, "")}`;
  return contains ? `${start}%${contains}` : start;
}
