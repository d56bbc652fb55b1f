import { Hono } from "hono";
import { z } from "zod";
import { requestCredentials } from "../credentials.ts";
import { authorize } from "./authorize.ts";
import type { RealtimeContext } from "./channel.ts";

const batchSchema = z.object({
  messages: z.array(
    z.object({
      topic: z.string(),
      event: z.string(),
      payload: z.unknown(),
      private: z.boolean().default(false),
    }),
  ),
});
type Message = z.infer<typeof batchSchema>["messages"][number];

/** Realtime's HTTP API: broadcasts without a socket, several at once or one at its own address. */
export function realtimeHttp(context: RealtimeContext): Hono {
  const { database, tokens, topics } = context;
  const routes = new Hono();

  async function send(request: Request, message: Message): Promise<boolean> {
    const credentials = requestCredentials(request, tokens);
    if (credentials.kind !== "claims") return false;
    if (message.private) {
      const permissions = await authorize(database, message.topic, credentials.claims);
      if (!permissions.send.broadcast) return false;
    }
    const { topic, event, payload } = message;
    topics.broadcast(topic, message.private, { type: "broadcast", event, payload });
    return true;
  }

  routes.use(async (c, next) => {
    const { kind } = requestCredentials(c.req.raw, tokens);
    if (kind !== "claims") return c.json({ message: "Unauthorized" }, 401);
    await next();
  });
  // As hosted: 202 for the batch, and messages that the policies forbid are dropped.
  routes.post("/broadcast", async (c) => {
    const batch = batchSchema.safeParse(await c.req.json());
    if (!batch.success) return c.json({ errors: batch.error.issues }, 422);
    for (const message of batch.data.messages) await send(c.req.raw, message);
    return c.body(null, 202);
  });
  routes.post("/broadcast/:topic/events/:event", async (c) => {
    const isJson = c.req.header("content-type")?.startsWith("application/json");
    const payload: unknown = isJson ? await c.req.json() : Buffer.from(await c.req.arrayBuffer());
    const isSent = await send(c.req.raw, {
      topic: c.req.param("topic"),
      event: c.req.param("event"),
      payload,
      private: c.req.query("private") === "true",
    });
    return isSent ? c.body(null, 202) : c.json({ message: "Unauthorized" }, 403);
  });
  return routes;
}
