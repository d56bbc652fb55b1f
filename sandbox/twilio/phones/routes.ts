import { type Context, Hono } from "hono";
import { z } from "zod";
import type { CallResource, TwilioContext } from "../context.ts";
import { Refusal, readJson } from "../control.ts";
import { inboxOf } from "./phones.ts";

const digits = z.string().regex(/^[\d*#wW]+$/, "Digits are 0-9, *, # and w to wait");

const behaviourBody = z.object({
  answer: z.enum(["answer", "busy", "no-answer", "reject"]),
  afterSeconds: z.number().min(0).max(600).optional(),
  digits: digits.optional(),
});

const callBody = z.object({
  to: z.string().regex(/^\+\d{5,15}$/, "An E.164 number"),
  digits: digits.optional(),
});

const iso = (epochMs: number | null) => (epochMs === null ? null : new Date(epochMs).toISOString());

function callJson(call: CallResource) {
  const { sid, parentCallSid, from, to, direction, status, duration, said } = call;
  return {
    sid,
    parentCallSid,
    from,
    to,
    direction,
    status,
    duration,
    said,
    startedAt: iso(call.startTime),
    endedAt: iso(call.endTime),
  };
}

function readInbox(c: Context): string {
  const inbox = inboxOf(c.req.param("address") ?? "");
  if (!inbox) throw new Refusal("The path needs an E.164 number or an e-mail address");
  return inbox;
}

/** The virtual phones over HTTP: what they received, how they react, and calls from them. */
export function phoneRoutes({ phones, calls }: TwilioContext): Hono {
  return new Hono()
    .get("/:address/messages", (c) => {
      const messages = phones.messages(readInbox(c));
      return c.json(messages.map((message) => ({ ...message, at: iso(message.at) })));
    })
    .get("/:address/calls", (c) => {
      const inbox = readInbox(c);
      const own = calls.list().filter((call) => call.from === inbox || call.to === inbox);
      return c.json(own.map(callJson));
    })
    .post("/:address/behaviour", async (c) => {
      const behaviour = await readJson(c, behaviourBody);
      phones.setBehaviour(readInbox(c), behaviour);
      return c.json(behaviour);
    })
    .post("/:address/call", async (c) => {
      const wanted = await readJson(c, callBody);
      const from = readInbox(c);
      return c.json(callJson(await calls.callFromPhone({ from, ...wanted })), 201);
    });
}
