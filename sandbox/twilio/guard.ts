import type { MiddlewareHandler } from "hono";

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Refuses hosts other than this machine's own names, so that no foreign name resolves to it. */
export function loopbackHost(): MiddlewareHandler {
  return async (c, next) => {
    const hostname = URL.parse(`http://${c.req.header("host") ?? ""}`)?.hostname;
    if (!hostname || !loopback.has(hostname)) {
      return c.json({ error: "The sandbox answers only on this machine's own address" }, 403);
    }
    await next();
  };
}

/** Refuses writes that a page of another origin makes; scripts send no Origin and may write. */
export function ownOrigin(appOrigin: string): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header("origin");
    const allowed = ["GET", "HEAD"].includes(c.req.method) || origin === undefined;
    const own = [new URL(c.req.url).origin, new URL(appOrigin).origin];
    if (!allowed && !own.includes(origin)) {
      return c.json({ error: "Not from this page" }, 403);
    }
    await next();
  };
}
