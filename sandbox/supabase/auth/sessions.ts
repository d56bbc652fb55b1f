import { type Context, Hono } from "hono";
import { z } from "zod";
import type { Database } from "../database.ts";
import type { Lite } from "../lite.ts";
import type { ProjectSettings } from "../settings.ts";
import type { Tokens } from "../tokens.ts";
import { authError } from "./errors.ts";

const verifyBody = z.looseObject({ type: z.string(), token_hash: z.string().optional() });
const refreshBody = z.looseObject({ refresh_token: z.string() });
const session = z.looseObject({
  access_token: z.string(),
  user: z.looseObject({
    phone: z.string().catch(""),
    app_metadata: z.record(z.string(), z.unknown()),
    user_metadata: z.record(z.string(), z.unknown()),
  }),
});

/** Lite's routes that start or refresh a session, with what they lack of GoTrue's. */
export function authSessions(options: {
  database: Database;
  lite: Lite;
  tokens: Tokens;
  settings: ProjectSettings;
}): Hono {
  const { database, lite, tokens, settings } = options;
  const routes = new Hono();

  routes.get("/.well-known/jwks.json", (c) => {
    c.header("Cache-Control", "public, max-age=600");
    return c.json(tokens.jwks);
  });

  routes.post("/verify", async (c) => {
    const text = await c.req.text();
    const body = verifyBody.safeParse(parseJson(text)).data;
    if (!body) return lite.fetch(withBody(c, text));
    if (body.token_hash && (await isBanned(database, "recovery_token", body.token_hash))) {
      throw authError(403, "user_banned", "User is banned");
    }
    // `email` is the current name for what Lite still calls `magiclink`.
    const type = body.type === "email" ? "magiclink" : body.type;
    return reissued(await lite.fetch(withBody(c, JSON.stringify({ ...body, type }))), tokens);
  });

  routes.post("/token", async (c) => {
    const text = await c.req.text();
    const refresh = refreshBody.safeParse(parseJson(text)).data;
    if (refresh && (await isBanned(database, "refresh_token", refresh.refresh_token))) {
      throw authError(400, "user_banned", "Invalid Refresh Token: User Banned");
    }
    return reissued(await lite.fetch(withBody(c, text)), tokens);
  });

  routes.get("/settings", async (c) => {
    const response = await lite.fetch(c.req.raw);
    if (!response.ok) return response;
    return c.json({ ...(await response.json()), disable_signup: !settings.signUp });
  });

  routes.post("/signup", async (c) => {
    if (!settings.signUp) {
      throw authError(422, "signup_disabled", "Signups not allowed for this instance");
    }
    return reissued(await lite.fetch(c.req.raw), tokens);
  });
  return routes;
}

/** Replaces the access token in Lite's answer by one that hosted projects would issue. */
async function reissued(response: Response, tokens: Tokens): Promise<Response> {
  if (!response.ok) return response;
  const body: unknown = await response.json();
  const known = session.safeParse(body).data;
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  if (!known) return Response.json(body, { status: response.status, headers });
  const access_token = tokens.fromLite(known.access_token, known.user);
  return Response.json({ ...known, access_token }, { status: response.status, headers });
}

async function isBanned(
  database: Database,
  by: "recovery_token" | "refresh_token",
  value: string,
): Promise<boolean> {
  const condition =
    by === "recovery_token"
      ? "recovery_token = $1"
      : "id in (select user_id from auth.refresh_tokens where token = $1)";
  const rows = await database.query(
    `select from auth.users where ${condition} and banned_until > now()`,
    [value],
  );
  return rows.length > 0;
}

function withBody(c: Context, body: string): Request {
  return new Request(c.req.url, { method: "POST", headers: c.req.raw.headers, body });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
