import { Hono } from "hono";
import { notFound } from "../errors.ts";
import { monthlyPrices } from "../numbers/prices.ts";
import { servedCountries } from "../numbers/stock.ts";
import { pageMeta } from "../paging.ts";

const origin = "https://pricing.twilio.com";

function summary(country: string) {
  return {
    country: new Intl.DisplayNames("en", { type: "region" }).of(country) ?? country,
    iso_country: country,
    url: `${origin}/v1/PhoneNumbers/Countries/${country}`,
  };
}

/**
 * Pricing v1: what numbers cost a month, by country and kind.
 * @see https://www.twilio.com/docs/phone-numbers/pricing
 */
export function pricingRoutes(): Hono {
  return new Hono()
    .get("/PhoneNumbers/Countries", (c) =>
      pageMeta(c, origin, "countries", servedCountries.map(summary)),
    )
    .get("/PhoneNumbers/Countries/:country", (c) => {
      const country = c.req.param("country").toUpperCase();
      if (!servedCountries.includes(country)) throw notFound(c.req.path);
      return c.json({
        ...summary(country),
        phone_number_prices: monthlyPrices(country).map(({ numberType, price }) => ({
          number_type: numberType,
          base_price: price,
          current_price: price,
        })),
        price_unit: "USD",
      });
    });
}
