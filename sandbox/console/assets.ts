import { readFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { type Context, Hono } from "hono";
import { notFound } from "../twilio/errors.ts";

const file = (path: string) => new URL(path, import.meta.url);
const script = "text/javascript; charset=utf-8";

const files: Record<string, readonly [type: string, file: URL]> = {
  "style.css": ["text/css; charset=utf-8", new URL("./style.css", import.meta.url)],
  "phones.css": ["text/css; charset=utf-8", new URL("./phones.css", import.meta.url)],
  "icon.svg": ["image/svg+xml; charset=utf-8", new URL("./icon.svg", import.meta.url)],
  // The build that the package ships for a script tag; its exports name only the main module.
  "voice-sdk.js": [
    script,
    new URL("../dist/twilio.min.js", import.meta.resolve("@twilio/voice-sdk")),
  ],
};

async function serve(c: Context, type: string, read: () => Promise<string | Buffer>) {
  c.header("Cache-Control", "no-cache");
  c.header("Content-Type", type);
  const body = await read();
  return c.body(typeof body === "string" ? body : new Uint8Array(body));
}

/** A module as a browser can read it; the paths of its imports stay as they are. */
async function readModule(path: string): Promise<string> {
  return stripTypeScriptTypes(await readFile(file(path), "utf8"));
}

/** The files of the console's page: styles, its script's modules, the Voice SDK and its sounds. */
export function assetRoutes(): Hono {
  return new Hono()
    .get("/console/client/:name{[a-z-]+\\.ts}", (c) =>
      serve(c, script, () => readModule(`./client/${c.req.param("name")}`)),
    )
    .get("/browser.ts", (c) => serve(c, script, () => readModule("../browser.ts")))
    .get("/console/sounds/:name{[a-z0-9]+\\.wav}", (c) =>
      serve(c, "audio/wav", () => readFile(file(`../../public/sounds/${c.req.param("name")}`))),
    )
    .get("/console/:name", (c) => {
      const asset = files[c.req.param("name")];
      if (!asset) throw notFound(c.req.path);
      const [type, url] = asset;
      return serve(c, type, () => readFile(url));
    });
}
