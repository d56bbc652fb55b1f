import { type Context, Hono } from "hono";
import type { TwilioContext } from "../context.ts";
import { rfc2822 } from "../dates.ts";
import { notFound, TwilioError } from "../errors.ts";
import type { IncomingNumber } from "../numbers/numbers.ts";
import { readPattern } from "../numbers/pattern.ts";
import { page2010 } from "../paging.ts";
import { readForm } from "./form.ts";
import { readNumberSettings } from "./number-settings.ts";
import { chooseNumber, isPretended } from "./purchase.ts";

/** @see https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource */
function toJson(accountSid: string, number: IncomingNumber) {
  return {
    sid: number.sid,
    account_sid: accountSid,
    api_version: "2010-04-01",
    friendly_name: number.friendlyName,
    phone_number: number.phoneNumber,
    capabilities: number.capabilities,
    origin: "twilio",
    status: "in-use",
    beta: false,
    address_requirements: "none",
    address_sid: null,
    bundle_sid: null,
    identity_sid: null,
    emergency_status: "Inactive",
    emergency_address_sid: null,
    emergency_address_status: "unregistered",
    trunk_sid: null,
    voice_receive_mode: "voice",
    voice_application_sid: number.voiceApplicationSid,
    voice_url: number.voiceUrl,
    voice_method: number.voiceMethod,
    voice_fallback_url: number.voiceFallbackUrl,
    voice_fallback_method: number.voiceFallbackMethod,
    voice_caller_id_lookup: false,
    status_callback: number.statusCallback,
    status_callback_method: number.statusCallbackMethod,
    sms_application_sid: null,
    sms_url: null,
    sms_method: "POST",
    sms_fallback_url: null,
    sms_fallback_method: "POST",
    date_created: rfc2822(number.dateCreated),
    date_updated: rfc2822(number.dateUpdated),
    uri: `/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers/${number.sid}.json`,
  };
}

/** PhoneNumber is a part of the number, with `*` for any digit; FriendlyName is exact. */
function numberFilter(query: URLSearchParams): (number: IncomingNumber) => boolean {
  const name = query.get("FriendlyName");
  const part = query.get("PhoneNumber")?.replace(/[\s()-]/g, "");
  const pattern = part ? readPattern(part) : /^/;
  if (!pattern) throw new TwilioError(400, 20001, "Invalid Pattern Provided");
  return ({ phoneNumber, friendlyName }) =>
    pattern.test(phoneNumber) && (!name || name === friendlyName);
}

/** IncomingPhoneNumbers: buy, fetch, list, change and release the account's numbers. */
export function incomingNumberRoutes({ config, numbers, applications }: TwilioContext): Hono {
  const json = (number: IncomingNumber) => toJson(config.accountSid, number);
  const found = (c: Context, number: IncomingNumber | undefined) => {
    if (!number) throw notFound(c.req.path);
    return number;
  };

  return new Hono()
    .get("/IncomingPhoneNumbers", (c) => {
      const matching = numbers.list().filter(numberFilter(new URL(c.req.url).searchParams));
      return page2010(c, "incoming_phone_numbers", matching.map(json));
    })
    .post("/IncomingPhoneNumbers", async (c) => {
      const form = await readForm(c);
      const settings = readNumberSettings(form, applications);
      const offer = chooseNumber(form, numbers);
      const bought = isPretended(form)
        ? numbers.draft(offer, settings)
        : numbers.buy(offer, settings);
      return c.json(json(bought), 201);
    })
    .get("/IncomingPhoneNumbers/:sid", (c) =>
      c.json(json(found(c, numbers.bySid(c.req.param("sid"))))),
    )
    .post("/IncomingPhoneNumbers/:sid", async (c) => {
      const settings = readNumberSettings(await readForm(c), applications);
      return c.json(json(found(c, numbers.update(c.req.param("sid"), settings))));
    })
    .delete("/IncomingPhoneNumbers/:sid", (c) => {
      if (!numbers.release(c.req.param("sid"))) throw notFound(c.req.path);
      return c.body(null, 204);
    });
}
