import { Hono } from "hono";
import type { TwilioContext } from "../context.ts";
import { rfc2822 } from "../dates.ts";
import { notFound } from "../errors.ts";
import { page2010 } from "../paging.ts";
import { newSid } from "../sids.ts";
import { readForm, readUrl } from "./form.ts";
import { validateMessage } from "./message-rules.ts";

interface Message {
  sid: string;
  from: string;
  to: string;
  body: string;
  status: "queued" | "sent" | "delivered";
  dateCreated: number;
  dateUpdated: number;
  dateSent: number | null;
}

/** How long a text stays in each status, in milliseconds. */
const transitMs = 100;

/** Parts a text is sent in: GSM-7 carries 160 characters (153 each when split), UCS-2 70 (67). */
export function countSegments(body: string): number {
  const [single, split] = /^[\p{ASCII}£¥èéùìòÇØøÅåÆæßÉÄÖÑÜ§¿äöñüà€]*$/u.test(body)
    ? [160, 153]
    : [70, 67];
  return body.length <= single ? 1 : Math.ceil(body.length / split);
}

function toJson(accountSid: string, message: Message) {
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${message.sid}`;
  return {
    sid: message.sid,
    account_sid: accountSid,
    api_version: "2010-04-01",
    from: message.from,
    to: message.to,
    body: message.body,
    status: message.status,
    direction: "outbound-api",
    num_segments: String(countSegments(message.body)),
    num_media: "0",
    messaging_service_sid: null,
    price: null,
    price_unit: "USD",
    error_code: null,
    error_message: null,
    date_created: rfc2822(message.dateCreated),
    date_updated: rfc2822(message.dateUpdated),
    date_sent: message.dateSent === null ? null : rfc2822(message.dateSent),
    uri: `${uri}.json`,
    subresource_uris: { media: `${uri}/Media.json` },
  };
}

/** Moves a text through queued, sent and delivered, telling the status callback of each. */
function transmit(context: TwilioContext, message: Message, statusCallback: string | null): void {
  const { callbacks, config, phones, now } = context;
  const announce = () => {
    if (!statusCallback) return;
    void callbacks.deliver({
      kind: "message",
      url: statusCallback,
      callSid: message.sid,
      params: {
        AccountSid: config.accountSid,
        ApiVersion: "2010-04-01",
        From: message.from,
        To: message.to,
        MessageSid: message.sid,
        MessageStatus: message.status,
        SmsSid: message.sid,
        SmsStatus: message.status,
      },
    });
  };
  const become = (status: Message["status"]) => {
    message.status = status;
    message.dateUpdated = now();
    announce();
  };

  announce();
  setTimeout(() => {
    message.dateSent = now();
    become("sent");
  }, transitMs);
  setTimeout(() => {
    const { from, to, body } = message;
    phones.receive(to, { from, body, channel: "sms", at: now() });
    become("delivered");
  }, 2 * transitMs);
}

/** Messages: create, fetch and list (by To and From); texts land on the virtual phones. */
export function messageRoutes(context: TwilioContext): Hono {
  const { config, now } = context;
  const messages = new Map<string, Message>();
  const json = (message: Message) => toJson(config.accountSid, message);

  return new Hono()
    .get("/Messages", (c) => {
      const { To: to, From: from } = c.req.query();
      const found = [...messages.values()]
        .filter((message) => (!to || message.to === to) && (!from || message.from === from))
        .reverse();
      return page2010(c, "messages", found.map(json));
    })
    .post("/Messages", async (c) => {
      const form = await readForm(c);
      const accepted = validateMessage(form, context.numbers);
      const statusCallback = readUrl(form, "StatusCallback", 21609);
      const message: Message = {
        sid: newSid("SM"),
        ...accepted,
        status: "queued",
        dateCreated: now(),
        dateUpdated: now(),
        dateSent: null,
      };
      messages.set(message.sid, message);
      const answer = json(message);
      transmit(context, message, statusCallback);
      return c.json(answer, 201);
    })
    .get("/Messages/:sid", (c) => {
      const message = messages.get(c.req.param("sid"));
      if (!message) throw notFound(c.req.path);
      return c.json(json(message));
    });
}
