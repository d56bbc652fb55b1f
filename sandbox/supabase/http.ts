import { Hono } from "hono";
import { cors } from "hono/cors";
import { HTTPException } from "hono/http-exception";
import { ZodError } from "zod";
import { authAdmin } from "./auth/admin.ts";
import { authSessions } from "./auth/sessions.ts";
import type { Database } from "./database.ts";
import type { Lite } from "./lite.ts";
import { realtimeHttp } from "./realtime/http.ts";
import type { Topics } from "./realtime/topics.ts";
import type { ProjectSettings } from "./settings.ts";
import { storageHttp } from "./storage/http.ts";
import type { Tokens } from "./tokens.ts";

const exposed = ["Content-Range", "X-Total-Count", "Link", "X-Sb-Error-Code", "Preference-Applied"];

/** Everything under the project's address except WebSockets. */
export function createHttp(options: {
  database: Database;
  lite: Lite;
  tokens: Tokens;
  topics: Topics;
  settings: ProjectSettings;
}): Hono {
  const { lite } = options;
  const app = new Hono();
  app.use(cors({ origin: "*", exposeHeaders: exposed, maxAge: 86_400 }));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    if (error instanceof ZodError || error instanceof SyntaxError) {
      return c.json({ statusCode: "400", error: "invalid_request", message: error.message }, 400);
    }
    console.error(error);
    return c.json({ code: 500, error_code: "unexpected_failure", msg: "Internal error" }, 500);
  });

  app.route("/auth/v1/admin", authAdmin(options));
  app.route("/auth/v1", authSessions(options));
  app.route("/realtime/v1/api", realtimeHttp(options));
  app.route("/storage/v1", storageHttp(options));
  for (const path of ["/auth/v1/*", "/rest/v1/*", "/storage/v1/*"]) {
    app.all(path, async (c) => {
      const response = await lite.fetch(c.req.raw);
      return new Response(response.body, response);
    });
  }
  return app;
}
