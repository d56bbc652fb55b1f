import { type Context, Hono } from "hono";
import type { CallResource, TwilioContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { page2010 } from "../paging.ts";
import { callFilter } from "./call-filter.ts";
import { callJson } from "./call-json.ts";
import { readForm } from "./form.ts";
import { readNewCall, readUpdate } from "./new-call.ts";

/** Calls: create, fetch, list with filters, end and redirect. */
export function callRoutes(context: TwilioContext): Hono {
  const json = (call: CallResource) => callJson(context, call);
  const found = (c: Context, call: CallResource | undefined) => {
    if (!call) throw notFound(c.req.path);
    return call;
  };

  return new Hono()
    .get("/Calls", (c) => {
      const { searchParams } = new URL(c.req.url);
      const parentCallSid = searchParams.get("ParentCallSid") || undefined;
      const matching = context.calls.list({ parentCallSid }).filter(callFilter(searchParams));
      return page2010(c, "calls", matching.map(json));
    })
    .post("/Calls", async (c) => {
      const input = readNewCall(await readForm(c), context.numbers);
      return c.json(json(await context.calls.create(input)), 201);
    })
    .get("/Calls/:sid", (c) => c.json(json(found(c, context.calls.get(c.req.param("sid"))))))
    .post("/Calls/:sid", async (c) => {
      const input = readUpdate(await readForm(c));
      const call = await context.calls.update(c.req.param("sid"), input);
      return c.json(json(found(c, call)));
    });
}
