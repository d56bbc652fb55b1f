import { Hono } from "hono";
import { z } from "zod";
import { requestCredentials } from "../credentials.ts";
import type { Database } from "../database.ts";
import { publishableKey } from "../keys.ts";
import type { Lite } from "../lite.ts";
import type { Tokens } from "../tokens.ts";
import { userAttributes } from "./attributes.ts";
import { authError } from "./errors.ts";
import {
  createUser,
  deleteUser,
  findUser,
  findUserIdByEmail,
  listUsers,
  updateUser,
} from "./users.ts";

const paging = z.object({
  page: z.coerce.number().int().min(1).catch(1),
  per_page: z.coerce.number().int().min(1).max(1000).catch(50),
});
const deletion = z.object({ should_soft_delete: z.boolean().optional() });
const link = z.object({
  type: z.literal("magiclink", "The sandbox generates links of type magiclink"),
  email: z.email("Unable to validate email address: invalid format").toLowerCase(),
  redirect_to: z.string().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
});

/**
 * The admin API of GoTrue that Lite does not have: users, and sign-in links made
 * from Lite's own one-time codes. Only the secret key opens it.
 */
export function authAdmin(options: { database: Database; lite: Lite; tokens: Tokens }): Hono {
  const { database, lite, tokens } = options;
  const admin = new Hono();

  admin.use(async (c, next) => {
    const credentials = requestCredentials(c.req.raw, tokens);
    if (credentials.kind === "bad-token") {
      throw authError(403, "bad_jwt", "invalid JWT: unable to parse or verify signature");
    }
    if (credentials.kind !== "claims") {
      throw authError(401, "no_authorization", "This endpoint requires a valid API key");
    }
    if (credentials.claims.role !== "service_role") {
      throw authError(403, "not_admin", "User not allowed");
    }
    await next();
  });

  admin.post("/users", async (c) =>
    c.json(await createUser(database, await read(c.req.raw, userAttributes))),
  );
  admin.get("/users", async (c) => {
    const { page, per_page } = paging.parse(c.req.query());
    const { users, total } = await listUsers(database, page, per_page);
    const last = Math.max(1, Math.ceil(total / per_page));
    const to = (target: number, rel: string) =>
      `</admin/users?page=${target}&per_page=${per_page}>; rel="${rel}"`;
    c.header("X-Total-Count", String(total));
    c.header("Link", [...(page < last ? [to(page + 1, "next")] : []), to(last, "last")].join(", "));
    return c.json({ users, aud: "authenticated" });
  });
  admin.get("/users/:id", async (c) => c.json(await findUser(database, c.req.param("id"))));
  admin.put("/users/:id", async (c) => {
    const given = await read(c.req.raw, userAttributes);
    return c.json(await updateUser(database, c.req.param("id"), given));
  });
  admin.delete("/users/:id", async (c) => {
    const { should_soft_delete } = await read(c.req.raw, deletion);
    if (should_soft_delete) {
      throw authError(400, "validation_failed", "The sandbox deletes users for good only");
    }
    await deleteUser(database, c.req.param("id"));
    return c.json({});
  });

  admin.post("/generate_link", async (c) => {
    const { email, data, redirect_to } = await read(c.req.raw, link);
    const id =
      (await findUserIdByEmail(database, email)) ??
      (await createUser(database, { email, user_metadata: data })).id;
    const url = new URL(c.req.url);
    const sent = await lite.fetch(
      new Request(new URL("/auth/v1/otp", url), {
        method: "POST",
        headers: { apikey: publishableKey, "content-type": "application/json" },
        body: JSON.stringify({ email, create_user: false }),
      }),
    );
    const code = lite.takeCode(email);
    if (!code) return sent;
    const redirect = redirect_to ?? c.req.query("redirect_to") ?? "http://localhost:3000";
    const action = new URL("/auth/v1/verify", url);
    action.search = new URLSearchParams({
      token: code.tokenHash,
      type: "magiclink",
      redirect_to: redirect,
    }).toString();
    return c.json({
      ...(await findUser(database, id)),
      action_link: action.href,
      email_otp: code.code,
      hashed_token: code.tokenHash,
      redirect_to: redirect,
      verification_type: "magiclink",
    });
  });
  return admin;
}

async function read<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  const text = await request.text();
  let body: unknown = {};
  try {
    if (text) body = JSON.parse(text);
  } catch {
    throw authError(400, "bad_json", "Could not parse request body as JSON");
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw authError(
    400,
    "validation_failed",
    parsed.error.issues[0]?.message ?? "Invalid parameters",
  );
}
