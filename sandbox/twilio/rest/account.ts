import { Hono } from "hono";
import type { TwilioContext } from "../context.ts";
import { rfc2822 } from "../dates.ts";
import { notFound } from "../errors.ts";
import { page2010 } from "../paging.ts";

/** `Accounts/{sid}` itself and its API keys: what a credentials check asks for. */
export function accountRoutes({ config, now }: TwilioContext): Hono {
  const created = now();
  const dates = { date_created: rfc2822(created), date_updated: rfc2822(created) };
  const path = `/2010-04-01/Accounts/${config.accountSid}`;
  const key = { sid: config.apiKey, friendly_name: "Sandbox key", ...dates };

  return new Hono()
    .get("/", (c) =>
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
    )
    .get("/Keys", (c) => page2010(c, "keys", [key]))
    .get("/Keys/:sid", (c) => {
      if (c.req.param("sid") !== key.sid) throw notFound(c.req.path);
      return c.json(key);
    });
}
