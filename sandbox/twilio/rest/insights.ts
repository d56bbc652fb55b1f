import { Hono } from "hono";
import { cors } from "hono/cors";

/** Takes the browser SDKs' quality reports, which Twilio collects at eventgw.twilio.com. */
export function insightRoutes(): Hono {
  return new Hono().use(cors()).post("/*", (c) => c.body(null, 200));
}
