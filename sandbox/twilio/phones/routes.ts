import { type Context, Hono } from "hono";
import { z } from "zod";
import { systemClock } from "../calls/clock.ts";
import type { TwilioContext } from "../context.ts";
import { Refusal, readJson } from "../control.ts";
import { phoneCallJson } from "./calls-json.ts";
import { habitSchema, scriptedDigits, spokenText } from "./habits.ts";
import { callFromTelephone } from "./outgoing.ts";
import type { PhoneCall } from "./phone-call.ts";
import { inboxOf } from "./phones.ts";

const callBody = z.object({
  to: z.string().regex(/^\+\d{5,15}$/, "An E.164 number"),
  digits: scriptedDigits.optional(),
  says: spokenText.optional(),
});
const pressBody = z.object({
  digits: z
    .string()
    .regex(/^[\d*#]+$/, "Keys are 0-9, * and #")
    .max(100),
});
const sayBody = z.object({ text: spokenText, seconds: z.number().positive().max(300).optional() });

function readInbox(c: Context): string {
  const inbox = inboxOf(c.req.param("address") ?? "");
  if (!inbox) throw new Refusal("The path needs an E.164 number or an e-mail address");
  return inbox;
}

/** The virtual phones over HTTP: what they received, how they react, and what is done with them. */
export function phoneRoutes(context: TwilioContext): Hono {
  const { phones, calls, config, now } = context;
  const world = { phones, calls, config, clock: { ...systemClock, now } };

  function current(c: Context): PhoneCall {
    const call = phones.currentCall(readInbox(c));
    if (!call) throw new Refusal("The phone does not ring and is in no call", 409);
    return call;
  }

  function ringOf(c: Context) {
    const { ring } = current(c);
    if (!ring) throw new Refusal("The phone does not ring", 409);
    return ring;
  }

  function handsetOf(c: Context) {
    const { handset } = current(c);
    if (!handset) throw new Refusal("The phone is in no call, or in one held by a page", 409);
    return handset;
  }

  return new Hono()
    .get("/:address/messages", (c) => {
      const messages = phones.messages(readInbox(c));
      return c.json(
        messages.map(({ at, ...rest }) => ({ ...rest, at: new Date(at).toISOString() })),
      );
    })
    .get("/:address/calls", (c) => c.json(phones.calls(readInbox(c)).map(phoneCallJson)))
    .post("/:address/behaviour", async (c) => {
      const behaviour = await readJson(c, habitSchema);
      phones.setBehaviour(readInbox(c), behaviour);
      return c.json(behaviour);
    })
    .post("/:address/call", async (c) => {
      const { to, ...script } = await readJson(c, callBody);
      const from = readInbox(c);
      if (phones.currentCall(from)) throw new Refusal("The phone is in a call", 409);
      return c.json(phoneCallJson(callFromTelephone(world, { from, to, script })), 201);
    })
    .post("/:address/answer", (c) => {
      const { answer } = ringOf(c);
      if (!answer) throw new Refusal("The phone rings in a page, where it is to be answered", 409);
      answer();
      return c.json(phoneCallJson(current(c)));
    })
    .post("/:address/decline", (c) => {
      const call = current(c);
      ringOf(c).decline();
      return c.json(phoneCallJson(call));
    })
    .post("/:address/hangup", async (c) => {
      const call = current(c);
      if (call.ring) call.ring.decline();
      else await calls.update(call.call.sid, { status: "completed" });
      return c.json(phoneCallJson(call));
    })
    .post("/:address/press", async (c) => {
      const { digits } = await readJson(c, pressBody);
      handsetOf(c).press(digits);
      return c.json(phoneCallJson(current(c)));
    })
    .post("/:address/say", async (c) => {
      const { text, seconds } = await readJson(c, sayBody);
      handsetOf(c).say(text, seconds);
      return c.json(phoneCallJson(current(c)));
    });
}
