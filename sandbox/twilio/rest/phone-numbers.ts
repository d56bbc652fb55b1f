import { createHash } from "node:crypto";
import { Hono } from "hono";
import type { TwilioContext } from "../context.ts";
import { rfc2822 } from "../dates.ts";
import { notFound } from "../errors.ts";
import { page2010 } from "../paging.ts";

/** IncomingPhoneNumbers: the one number the account owns. */
export function phoneNumberRoutes({ config, now }: TwilioContext): Hono {
  const created = rfc2822(now());
  const sid = `PN${createHash("md5").update(config.phoneNumber).digest("hex")}`;
  const owned = {
    sid,
    account_sid: config.accountSid,
    api_version: "2010-04-01",
    friendly_name: config.phoneNumber,
    phone_number: config.phoneNumber,
    capabilities: { voice: true, sms: true, mms: true, fax: false },
    origin: "twilio",
    status: "in-use",
    beta: false,
    address_requirements: "none",
    voice_application_sid: config.twimlAppSid,
    voice_url: null,
    voice_method: "POST",
    voice_fallback_url: null,
    voice_fallback_method: "POST",
    voice_caller_id_lookup: false,
    status_callback: null,
    status_callback_method: "POST",
    sms_url: null,
    sms_method: "POST",
    date_created: created,
    date_updated: created,
    uri: `/2010-04-01/Accounts/${config.accountSid}/IncomingPhoneNumbers/${sid}.json`,
  };

  return new Hono()
    .get("/IncomingPhoneNumbers", (c) => {
      const wanted = c.req.query("PhoneNumber")?.replace(/[^\d+]/g, "") ?? "";
      const found = owned.phone_number.includes(wanted) ? [owned] : [];
      return page2010(c, "incoming_phone_numbers", found);
    })
    .get("/IncomingPhoneNumbers/:sid", (c) => {
      if (c.req.param("sid") !== sid) throw notFound(c.req.path);
      return c.json(owned);
    });
}
