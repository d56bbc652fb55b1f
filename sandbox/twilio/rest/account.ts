import { Hono } from "hono";
import type { TwilioContext } from "../context.ts";
import { rfc2822 } from "../dates.ts";

/** `Accounts/{sid}` itself: what a credentials check asks for. */
export function accountRoutes({ config, now }: TwilioContext): Hono {
  const created = now();
  const dates = { date_created: rfc2822(created), date_updated: rfc2822(created) };
  const path = `/2010-04-01/Accounts/${config.accountSid}`;

  return new Hono().get("/", (c) =>
    c.json({
      sid: config.accountSid,
      owner_account_sid: config.accountSid,
      friendly_name: "Sandbox",
      status: "active",
      type: "Full",
      auth_token: config.authToken,
      ...dates,
      uri: `${path}.json`,
      subresource_uris: {
        applications: `${path}/Applications.json`,
        calls: `${path}/Calls.json`,
        incoming_phone_numbers: `${path}/IncomingPhoneNumbers.json`,
        keys: `${path}/Keys.json`,
        messages: `${path}/Messages.json`,
      },
    }),
  );
}
