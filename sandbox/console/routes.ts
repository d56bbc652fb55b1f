import { readFile } from "node:fs/promises";
import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { streamSSE } from "hono/streaming";
import type { Topic, TwilioContext } from "../twilio/context.ts";
import { notFound } from "../twilio/errors.ts";
import { ownOrigin } from "../twilio/guard.ts";
import { renderPage, sections } from "./page.ts";

const allTopics: Topic[] = ["phones", "calls", "rooms", "deliveries", "faults"];
/** Changes within this time are sent together, in milliseconds. */
const gatherMs = 80;

const assets = [
  ["style.css", "text/css", new URL("./style.css", import.meta.url)],
  ["script.js", "text/javascript", new URL("./script.js", import.meta.url)],
  ["icon.svg", "image/svg+xml", new URL("./icon.svg", import.meta.url)],
] as const;

/** The console: its page, its files, and a stream of the sections that changed. */
export function consoleRoutes(context: TwilioContext): Hono {
  const app = new Hono();
  const headers = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      baseUri: ["'none'"],
      connectSrc: ["'self'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
      imgSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
    },
    strictTransportSecurity: false,
  });

  app.get("/", headers, async (c) => {
    c.header("Cache-Control", "no-store");
    return c.html(renderPage(context));
  });

  for (const [name, type, file] of assets) {
    app.get(`/console/${name}`, async (c) => {
      c.header("Cache-Control", "no-cache");
      return c.body(await readFile(file, "utf8"), 200, {
        "Content-Type": `${type}; charset=utf-8`,
      });
    });
  }

  app.get("/console/events", (c) =>
    streamSSE(c, async (stream) => {
      let waiting = new Set<Topic>(allTopics);
      let timer: NodeJS.Timeout | undefined;
      const send = async () => {
        timer = undefined;
        const topics = waiting;
        waiting = new Set();
        for (const topic of topics) {
          await stream.writeSSE({ event: topic, data: String(await sections[topic](context)) });
        }
      };
      const forget = context.onChanged((topic) => {
        waiting.add(topic);
        timer ??= setTimeout(() => void send(), gatherMs);
      });
      await send();
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      clearTimeout(timer);
      forget();
    }),
  );

  app.post("/console/calls/:sid/hang-up", ownOrigin(context.config.publicUrl), async (c) => {
    const call = await context.calls.update(c.req.param("sid"), { status: "completed" });
    if (!call) throw notFound(c.req.path);
    return c.body(null, 204);
  });

  app.post("/console/rooms/:sid/complete", ownOrigin(context.config.publicUrl), (c) => {
    const room = context.rooms.find(c.req.param("sid"));
    if (!room) throw notFound(c.req.path);
    room.complete();
    return c.body(null, 204);
  });
  return app;
}
