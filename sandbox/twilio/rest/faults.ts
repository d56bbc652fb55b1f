import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { MiddlewareHandler } from "hono";
import { TwilioError } from "../errors.ts";
import type { Faults } from "../faults.ts";

/** Nobody waits longer for an answer. */
const longestMs = 60_000;

/**
 * Lets a fault delay a REST request, cut its connection, leave it without an answer or answer in its
 * place. What is cut, unanswered or refused has not been done.
 */
export function restFaults(faults: Faults): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (c, next) => {
    if (!faults.list().some(({ target }) => target === "rest")) return next();
    const fault = faults.take("rest", await subjectOf(c.req.raw));
    const { incoming, outgoing } = c.env;
    switch (fault?.kind) {
      case "delay":
        await sleep(fault.delayMs ?? 2_000);
        break;
      case "timeout":
        await Promise.race([once(outgoing, "close"), sleep(longestMs, undefined, { ref: false })]);
        incoming.socket.destroy();
        return RESPONSE_ALREADY_SENT;
      case "drop":
        incoming.socket.destroy();
        return RESPONSE_ALREADY_SENT;
      case "status":
        if (fault.retryAfterSeconds !== undefined) {
          c.header("Retry-After", `${fault.retryAfterSeconds}`);
        }
        throw errorOf(fault.status ?? 500);
    }
    await next();
  };
}

/** What a fault's `match` is compared with: method, path, query, and the form of a POST. */
async function subjectOf(request: Request): Promise<string> {
  const { pathname, search } = new URL(request.url);
  const form = request.method === "POST" ? ` ${await request.clone().text()}` : "";
  return `${request.method} ${pathname}${search}${form}`;
}

function errorOf(status: 429 | 500 | 502 | 503 | 504): TwilioError {
  if (status === 429) return new TwilioError(429, 20429, "Too Many Requests");
  if (status === 503) return new TwilioError(503, 20503, "Service Unavailable");
  return new TwilioError(status, 20500, "An internal server error has occurred");
}
