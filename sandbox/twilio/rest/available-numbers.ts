import { type Context, Hono } from "hono";
import type { TwilioContext } from "../context.ts";
import { notFound, TwilioError } from "../errors.ts";
import type { NumberType } from "../numbers/fiction.ts";
import { friendlyNumber } from "../numbers/numbers.ts";
import { readPattern } from "../numbers/pattern.ts";
import { type Offer, servedCountries, stock, typesOf } from "../numbers/stock.ts";
import { page2010 } from "../paging.ts";

const pathOf: Record<NumberType, string> = {
  Local: "local",
  Mobile: "mobile",
  TollFree: "toll_free",
};

/** Twilio lists a choice, never its whole stock. */
const mostOffers = 30;

/** @see https://www.twilio.com/docs/phone-numbers/api/availablephonenumberlocal-resource */
function offerJson({ phoneNumber, country, locality, region, capabilities }: Offer) {
  const { voice, sms, mms, fax } = capabilities;
  return {
    friendly_name: friendlyNumber(phoneNumber),
    phone_number: phoneNumber,
    lata: null,
    locality,
    rate_center: locality?.toUpperCase() ?? null,
    latitude: null,
    longitude: null,
    region,
    postal_code: null,
    iso_country: country,
    address_requirements: "none",
    beta: false,
    capabilities: { voice, SMS: sms, MMS: mms, fax },
  };
}

function countryJson(accountSid: string, country: string) {
  const base = `/2010-04-01/Accounts/${accountSid}/AvailablePhoneNumbers/${country}`;
  return {
    country_code: country,
    country: new Intl.DisplayNames("en", { type: "region" }).of(country) ?? country,
    uri: `${base}.json`,
    beta: false,
    subresource_uris: Object.fromEntries(
      typesOf(country).map((type) => [pathOf[type], `${base}/${type}.json`]),
    ),
  };
}

/** @throws TwilioError 20001 for a pattern that cannot be searched with */
function offerFilter(query: URLSearchParams): (offer: Offer) => boolean {
  const contains = query.get("Contains");
  const pattern = contains ? readPattern(contains) : /^/;
  if (!pattern) throw new TwilioError(400, 20001, "Invalid Pattern Provided");
  const allows = (name: string, able: boolean) => {
    const wanted = query.get(name);
    return wanted === null || (wanted === "true") === able;
  };
  const isIn = (name: string, place: string | null) => {
    const wanted = query.get(name);
    return !wanted || wanted.toLowerCase() === place?.toLowerCase();
  };
  return ({ phoneNumber, locality, region, capabilities }) =>
    pattern.test(phoneNumber) &&
    isIn("InRegion", region) &&
    isIn("InLocality", locality) &&
    allows("VoiceEnabled", capabilities.voice) &&
    allows("SmsEnabled", capabilities.sms) &&
    allows("MmsEnabled", capabilities.mms);
}

/** AvailablePhoneNumbers: the countries, and what each has in stock. */
export function availableNumberRoutes({ config, numbers }: TwilioContext): Hono {
  const json = (country: string) => countryJson(config.accountSid, country);
  const readCountry = (c: Context) => {
    const country = c.req.param("country")?.toUpperCase() ?? "";
    if (!servedCountries.includes(country)) throw notFound(c.req.path);
    return country;
  };

  return new Hono()
    .get("/AvailablePhoneNumbers", (c) => page2010(c, "countries", servedCountries.map(json)))
    .get("/AvailablePhoneNumbers/:country", (c) => c.json(json(readCountry(c))))
    .get("/AvailablePhoneNumbers/:country/:type", (c) => {
      const country = readCountry(c);
      const type = typesOf(country).find((each) => each === c.req.param("type"));
      if (!type) throw notFound(c.req.path);
      const { searchParams } = new URL(c.req.url);
      const fits = offerFilter(searchParams);
      const offers = stock(country, type, searchParams.get("AreaCode") ?? undefined)
        .filter((offer) => !numbers.get(offer.phoneNumber) && fits(offer))
        .take(Math.min(Number(searchParams.get("PageSize")) || mostOffers, mostOffers));
      return page2010(c, "available_phone_numbers", [...offers].map(offerJson));
    });
}
