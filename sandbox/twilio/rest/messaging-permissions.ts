import { Hono } from "hono";
import { getCountries, getCountryCallingCode } from "libphonenumber-js";
import { z } from "zod";
import { TwilioError } from "../errors.ts";
import { readForm } from "./form.ts";

/** A new account may text at home, and nowhere else until somebody allows it. */
const home = ["US", "CA"];

const update = z.object({ country_code: z.enum(getCountries()), enabled: z.boolean() });

function readUpdates(form: URLSearchParams) {
  try {
    return form.getAll("Permissions").map((text) => update.parse(JSON.parse(text)));
  } catch {
    throw new TwilioError(400, 20001, "Invalid parameter Permissions");
  }
}

/**
 * Accounts v1: which countries the account may text. They are stored and told; texts do not heed
 * them.
 * @see https://www.twilio.com/docs/messaging/guides/sms-geo-permissions
 */
export function messagingPermissionRoutes(): Hono {
  const enabled = new Set<string>(home);
  const json = (country: ReturnType<typeof getCountries>[number]) => ({
    country_code: country,
    type: "country",
    enabled: enabled.has(country),
    prefix: `+${getCountryCallingCode(country)}`,
    message: "",
  });

  return new Hono()
    .get("/Messaging/GeoPermissions", (c) => {
      const asked = c.req.query("CountryCode");
      const countries = getCountries().filter((country) => !asked || country === asked);
      return c.json({ permissions: countries.map(json) });
    })
    .patch("/Messaging/GeoPermissions", async (c) => {
      const updates = readUpdates(await readForm(c));
      for (const each of updates) {
        if (each.enabled) enabled.add(each.country_code);
        else enabled.delete(each.country_code);
      }
      const done = updates.map(({ country_code }) => ({
        ...json(country_code),
        error_code: 0,
        error_messages: [],
      }));
      return c.json({ permissions: done });
    });
}
