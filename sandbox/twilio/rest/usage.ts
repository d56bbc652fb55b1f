import { Hono } from "hono";
import type { TwilioContext } from "../context.ts";
import { rfc2822 } from "../dates.ts";
import { page2010 } from "../paging.ts";
import { callPrice } from "./call-price.ts";

/** US dollars for each text, code or not: plausible, not real. */
const perText = 0.0079;

interface Usage {
  category: "calls" | "sms" | "totalprice";
  count: number;
  price: number;
}

/** What has been used since a moment; texts as far as the phones remember them. */
function usageSince({ calls, phones }: TwilioContext, since: number): Usage[] {
  const made = calls.list().filter((call) => call.dateCreated >= since);
  const texts = phones
    .list()
    .flatMap(({ number }) => phones.messages(number))
    .filter(({ at }) => at >= since);
  // On a bill, calls stand as negative amounts; usage is told as positive ones.
  const spoken = made.reduce((sum, call) => sum - Number(callPrice(call) ?? 0), 0);
  const written = texts.length * perText;
  return [
    { category: "calls", count: made.length, price: spoken },
    { category: "sms", count: texts.length, price: written },
    { category: "totalprice", count: 0, price: spoken + written },
  ];
}

/**
 * Usage records of today (UTC): calls, texts and their sum.
 * @see https://www.twilio.com/docs/usage/api/usage-record
 */
export function usageRoutes(context: TwilioContext): Hono {
  const { accountSid } = context.config;
  return new Hono().get("/Usage/Records/Today", (c) => {
    const wanted = c.req.query("Category");
    const now = context.now();
    const day = new Date(now).toISOString().slice(0, 10);
    const records = usageSince(context, Date.parse(day))
      .filter(({ category }) => !wanted || category === wanted)
      .map(({ category, count, price }) => ({
        account_sid: accountSid,
        api_version: "2010-04-01",
        as_of: rfc2822(now),
        category,
        count: String(count),
        count_unit: category === "totalprice" ? "" : category,
        description: category,
        start_date: day,
        end_date: day,
        price: price.toFixed(5),
        price_unit: "usd",
        usage: category === "totalprice" ? price.toFixed(5) : String(count),
        usage_unit: category === "totalprice" ? "usd" : category,
        uri: `/2010-04-01/Accounts/${accountSid}/Usage/Records/Today.json?Category=${category}`,
        subresource_uris: {},
      }));
    return page2010(c, "usage_records", records);
  });
}
