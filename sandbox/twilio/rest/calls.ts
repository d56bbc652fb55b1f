import { type Context, Hono } from "hono";
import type { CallResource, CreateCallInput, TwilioContext, UpdateCallInput } from "../context.ts";
import { rfc2822 } from "../dates.ts";
import { notFound, TwilioError } from "../errors.ts";
import { page2010 } from "../paging.ts";
import { callFilter } from "./call-filter.ts";
import { readForm, readMethod, readUrl } from "./form.ts";

/** @see https://www.twilio.com/docs/voice/api/call-resource#call-properties */
function toJson(accountSid: string, call: CallResource) {
  const uri = `/2010-04-01/Accounts/${accountSid}/Calls/${call.sid}`;
  const date = (value: number | null) => (value === null ? null : rfc2822(value));
  return {
    sid: call.sid,
    account_sid: accountSid,
    api_version: "2010-04-01",
    parent_call_sid: call.parentCallSid,
    from: call.from,
    from_formatted: call.from,
    to: call.to,
    to_formatted: call.to,
    direction: call.direction,
    status: call.status,
    start_time: date(call.startTime),
    end_time: date(call.endTime),
    duration: call.duration === null ? null : String(call.duration),
    date_created: date(call.dateCreated),
    date_updated: date(call.dateUpdated),
    answered_by: null,
    caller_name: null,
    forwarded_from: null,
    group_sid: null,
    phone_number_sid: null,
    price: null,
    price_unit: "USD",
    queue_time: "0",
    trunk_sid: null,
    uri: `${uri}.json`,
    subresource_uris: {
      recordings: `${uri}/Recordings.json`,
      transcriptions: `${uri}/Transcriptions.json`,
      events: `${uri}/Events.json`,
    },
  };
}

/** Where a call's TwiML comes from, shared by creating and redirecting. */
function readSource(form: URLSearchParams) {
  const url = readUrl(form, "Url", 21205);
  const fallbackUrl = readUrl(form, "FallbackUrl");
  const twiml = form.get("Twiml");
  return {
    ...(url && { url, method: readMethod(form, "Method") }),
    ...(fallbackUrl && { fallbackUrl, fallbackMethod: readMethod(form, "FallbackMethod") }),
    ...(twiml && { twiml }),
  };
}

const address = /^(\+[1-9]\d{6,14}|client:\S+)$/;

/** @throws TwilioError 21201, 21211 and 21213, 21212, 21210 for the two parties */
function readParties(form: URLSearchParams, ownNumber: string): { to: string; from: string } {
  const to = form.get("To");
  const from = form.get("From");
  if (!to) throw new TwilioError(400, 21201, "No 'To' number specified");
  if (!from) throw new TwilioError(400, 21213, "No 'From' number specified");
  if (!address.test(to)) {
    throw new TwilioError(400, 21211, `Invalid 'To' Phone Number: ${to}`);
  }
  if (!address.test(from)) {
    throw new TwilioError(400, 21212, `Invalid 'From' Phone Number: ${from}`);
  }
  if (from.startsWith("+") && from !== ownNumber) {
    const reason = "The source phone number provided is not yet verified for your account.";
    throw new TwilioError(400, 21210, reason);
  }
  return { to, from };
}

function readNewCall(form: URLSearchParams, ownNumber: string): CreateCallInput {
  const statusCallback = readUrl(form, "StatusCallback", 21609);
  const applicationSid = form.get("ApplicationSid");
  const timeout = Number(form.get("Timeout") ?? 60);
  if (!Number.isInteger(timeout) || timeout < 1 || timeout > 600) {
    throw new TwilioError(400, 20001, "Timeout must be a whole number from 1 to 600");
  }
  return {
    ...readParties(form, ownNumber),
    ...readSource(form),
    ...(applicationSid && { applicationSid }),
    ...(statusCallback && {
      statusCallback,
      statusCallbackMethod: readMethod(form, "StatusCallbackMethod"),
      statusCallbackEvents: form.getAll("StatusCallbackEvent").flatMap((each) => each.split(" ")),
    }),
    timeout,
  };
}

function readUpdate(form: URLSearchParams): UpdateCallInput {
  const status = form.get("Status");
  if (status === null) return readSource(form);
  if (status === "completed" || status === "canceled") return { status };
  throw new TwilioError(400, 20001, `Invalid parameter Status: ${status}`);
}

/** Calls: create, fetch, list with filters, end and redirect. */
export function callRoutes(context: TwilioContext): Hono {
  const { config } = context;
  const json = (call: CallResource) => toJson(config.accountSid, call);
  const found = (c: Context, call: CallResource | undefined) => {
    if (!call) throw notFound(c.req.path);
    return call;
  };

  return new Hono()
    .get("/Calls", (c) => {
      const { searchParams } = new URL(c.req.url);
      const matching = context.calls.list().filter(callFilter(searchParams));
      return page2010(c, "calls", matching.map(json));
    })
    .post("/Calls", async (c) => {
      const input = readNewCall(await readForm(c), config.phoneNumber);
      return c.json(json(await context.calls.create(input)), 201);
    })
    .get("/Calls/:sid", (c) => c.json(json(found(c, context.calls.get(c.req.param("sid"))))))
    .post("/Calls/:sid", async (c) => {
      const input = readUpdate(await readForm(c));
      const call = await context.calls.update(c.req.param("sid"), input);
      return c.json(json(found(c, call)));
    });
}
