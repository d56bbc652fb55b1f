import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { consoleRoutes } from "../console/routes.ts";
import type { TwilioContext } from "./context.ts";
import { controlRoutes, Refusal } from "./control.ts";
import { notFound, TwilioError } from "./errors.ts";
import { loopbackHost, ownOrigin } from "./guard.ts";
import { phoneRoutes } from "./phones/routes.ts";
import { insightRoutes } from "./rest/insights.ts";
import { restRoutes } from "./rest/routes.ts";

/** The path to route by: the 2010 API's `.json` says only what Twilio answers with anyway. */
function routingPath(request: Request): string {
  const { pathname } = new URL(request.url);
  return pathname.startsWith("/2010-04-01/") ? pathname.replace(/\.json$/, "") : pathname;
}

/** Everything the sandbox's Twilio answers over HTTP. */
export function createApp(context: TwilioContext): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>({ getPath: routingPath });
  const guarded = ownOrigin(context.config.publicUrl);

  app.use(loopbackHost());
  app.route("/", consoleRoutes(context));
  app.use("/phones/*", guarded).use("/faults/*", guarded);
  app.route("/phones", phoneRoutes(context));
  app.route("/", controlRoutes(context));
  app.route("/insights", insightRoutes());
  app.route("/", restRoutes(context));

  app.notFound((c) => c.json(notFound(c.req.path), 404));
  app.onError((error, c) => {
    if (error instanceof TwilioError) return c.json(error, error.status);
    if (error instanceof Refusal) return c.json({ error: error.message }, error.status);
    context.log(`${c.req.method} ${c.req.routePath} failed: ${error.stack ?? error.message}`);
    return c.json(new TwilioError(500, 20500, "An internal server error has occurred"), 500);
  });
  return app;
}
