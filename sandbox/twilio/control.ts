import { type Context, Hono } from "hono";
import { z } from "zod";
import type { TwilioContext } from "./context.ts";
import { faultInput } from "./fault-input.ts";

/** A tester's request that cannot be served; answered with its status and the sentence. */
export class Refusal extends Error {
  readonly status: 400 | 409;

  constructor(message: string, status: 400 | 409 = 400) {
    super(message);
    this.status = status;
  }
}

/** Reads and checks a JSON body; throws a Refusal that says what is wrong with it. */
export async function readJson<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const body: unknown = await c.req.json().catch(() => {
    throw new Refusal("The body must be JSON");
  });
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new Refusal(z.prettifyError(parsed.error));
  return parsed.data;
}

/** What testers steer and read over HTTP: the faults and the webhook deliveries. */
export function controlRoutes({ faults, callbacks }: TwilioContext): Hono {
  return new Hono()
    .get("/faults", (c) => c.json(faults.list()))
    .post("/faults", async (c) => c.json(faults.add(await readJson(c, faultInput)), 201))
    .delete("/faults", (c) => {
      faults.clear();
      return c.body(null, 204);
    })
    .delete("/faults/:id{\\d+}", (c) => {
      faults.clear(Number(c.req.param("id")));
      return c.body(null, 204);
    })
    .get("/deliveries", (c) =>
      c.json(
        callbacks.deliveries.map((delivery) => ({
          ...delivery,
          at: new Date(delivery.at).toISOString(),
        })),
      ),
    );
}
