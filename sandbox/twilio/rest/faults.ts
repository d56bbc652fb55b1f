import { setTimeout as sleep } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import type { MiddlewareHandler } from "hono";
import { TwilioError } from "../errors.ts";
import type { Faults } from "../faults.ts";

/** Lets a fault delay a REST request, cut its connection or answer in its place. */
export function restFaults(faults: Faults): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (c, next) => {
    const fault = faults.take("rest", `${c.req.method} ${c.req.path}`);
    if (fault?.kind === "delay") await sleep(fault.delayMs ?? 2_000);
    if (fault?.kind === "drop") c.env.incoming.destroy();
    if (fault?.kind === "status") {
      throw fault.status === 429
        ? new TwilioError(429, 20429, "Too Many Requests")
        : new TwilioError(500, 20500, "An internal server error has occurred");
    }
    await next();
  };
}
