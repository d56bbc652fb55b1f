import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { streamSSE } from "hono/streaming";
import type { TwilioContext } from "../twilio/context.ts";
import { notFound } from "../twilio/errors.ts";
import { ownOrigin } from "../twilio/guard.ts";
import { phoneIdentity } from "../twilio/phones/browser-phone.ts";
import { inboxOf } from "../twilio/phones/phones.ts";
import { assetRoutes } from "./assets.ts";
import { renderPage, type Section, sections, sectionsOf } from "./page.ts";
import { phoneToken } from "./token.ts";

/** Changes within this time are sent together, in milliseconds. */
const gatherMs = 80;

/** The console: its page, its files, and a stream of the sections that changed. */
export function consoleRoutes(context: TwilioContext): Hono {
  const app = new Hono();
  const own = ownOrigin(context.config.publicUrl);
  const headers = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      baseUri: ["'none'"],
      connectSrc: ["'self'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
      imgSrc: ["'self'"],
      mediaSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
    },
    strictTransportSecurity: false,
  });

  app.get("/", headers, async (c) => {
    c.header("Cache-Control", "no-store");
    return c.html(renderPage(context));
  });

  app.get("/console/events", (c) =>
    streamSSE(c, async (stream) => {
      let waiting = new Set(Object.keys(sections) as Section[]);
      let timer: NodeJS.Timeout | undefined;
      const send = async () => {
        timer = undefined;
        const changed = waiting;
        waiting = new Set();
        for (const section of changed) {
          await stream.writeSSE({ event: section, data: String(await sections[section](context)) });
        }
      };
      const forget = context.onChanged((topic) => {
        for (const section of sectionsOf(topic)) waiting.add(section);
        timer ??= setTimeout(() => void send(), gatherMs);
      });
      await send();
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      clearTimeout(timer);
      forget();
    }),
  );

  app.get("/console/recordings/:file{RE[0-9a-f]+\\.wav}", (c) => {
    const wav = context.recordings.media(c.req.param("file").replace(".wav", ""));
    if (!wav) throw notFound(c.req.path);
    return c.body(new Uint8Array(wav), 200, { "Content-Type": "audio/wav" });
  });

  app.post("/console/phones/:number/token", own, (c) => {
    const number = inboxOf(c.req.param("number"));
    if (!number?.startsWith("+")) throw notFound(c.req.path);
    return c.json({ token: phoneToken(context.config, phoneIdentity(number)) });
  });

  app.post("/console/calls/:sid/hang-up", own, async (c) => {
    const call = await context.calls.update(c.req.param("sid"), { status: "completed" });
    if (!call) throw notFound(c.req.path);
    return c.body(null, 204);
  });

  app.post("/console/rooms/:sid/complete", own, (c) => {
    const room = context.rooms.find(c.req.param("sid"));
    if (!room) throw notFound(c.req.path);
    room.complete();
    return c.body(null, 204);
  });
  app.route("/", assetRoutes());
  return app;
}
