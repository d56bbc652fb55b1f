import { timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import type { TwilioSandboxConfig } from "../../config.ts";
import { notFound, TwilioError } from "../errors.ts";
import type { ApiKeys } from "../keys.ts";

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Decodes an `Authorization: Basic` header; null when there is none or it is malformed. */
function credentials(header: string | undefined): { user: string; password: string } | null {
  const encoded = /^Basic\s+(\S+)$/i.exec(header ?? "")?.[1];
  if (!encoded) return null;
  const [, user, password] =
    /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, "base64").toString("utf8")) ?? [];
  return user === undefined || password === undefined ? null : { user, password };
}

/** Accepts the account SID with its token or an API key with its secret; else 401, 20003. */
export function basicAuth(config: TwilioSandboxConfig, keys: ApiKeys): MiddlewareHandler {
  return async (c, next) => {
    const given = credentials(c.req.header("authorization"));
    const isAccount = given?.user === config.accountSid;
    const expected = isAccount ? config.authToken : keys.secretOf(given?.user ?? "");
    if (!given || !expected || !same(given.password, expected)) {
      c.header("WWW-Authenticate", 'Basic realm="Twilio API"');
      throw new TwilioError(401, 20003, "Authenticate");
    }
    await next();
  };
}

/** Answers 404 for paths below another account's SID. */
export function ownAccount(config: TwilioSandboxConfig): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.param("accountSid") !== config.accountSid) throw notFound(c.req.path);
    await next();
  };
}
