import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { stripTypeScriptTypes } from "node:module";
import { close, listen } from "../../sandbox/listen.ts";
import { root } from "./stack.ts";

const sdk = `${root}node_modules/@twilio/voice-sdk/dist/twilio.min.js`;

/** Serves a page with nothing on it but the Voice SDK, and what leads it to the sandbox. */
export async function startBareServer() {
  const script = stripTypeScriptTypes(await readFile(`${root}sandbox/browser.ts`, "utf8"));
  const files: Record<string, [type: string, content: string | Buffer]> = {
    "/": ["text/html", await readFile(new URL("./bare.html", import.meta.url))],
    "/sandbox.js": ["text/javascript", script],
    "/twilio.min.js": ["text/javascript", await readFile(sdk)],
  };
  const server = createServer(async ({ url = "" }, response) => {
    const [, sound] = /^\/sounds\/(\w+\.wav)$/.exec(url) ?? [];
    const [type, content] = sound
      ? ["audio/wav", await readFile(`${root}public/sounds/${sound}`)]
      : (files[url] ?? ["text/plain", null]);
    response.writeHead(content ? 200 : 404, { "content-type": type }).end(content ?? undefined);
  });
  const origin = await listen(server);
  return {
    url: `${origin}/`,
    close: () => close(server),
  };
}
