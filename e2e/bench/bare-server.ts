import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { stripTypeScriptTypes } from "node:module";
import { text } from "node:stream/consumers";
import { close, listen } from "../../sandbox/listen.ts";
import { appUrl } from "../addresses.ts";
import { root } from "./stack.ts";

const voiceSdk = `${root}node_modules/@twilio/voice-sdk/dist/twilio.min.js`;
const videoSdk = `${root}node_modules/twilio-video/dist/twilio-video.min.js`;

/**
 * Serves pages with nothing on them but the Voice SDK, or the Video SDK at `/video`, and what leads
 * them to the sandbox. `/token` hands requests for video tokens on to the app.
 */
export async function startBareServer() {
  const script = stripTypeScriptTypes(await readFile(`${root}sandbox/browser.ts`, "utf8"));
  const files: Record<string, [type: string, content: string | Buffer]> = {
    "/": ["text/html", await readFile(new URL("./bare.html", import.meta.url))],
    "/sandbox.js": ["text/javascript", script],
    "/twilio.min.js": ["text/javascript", await readFile(voiceSdk)],
    "/video": ["text/html", await readFile(new URL("./bare-video.html", import.meta.url))],
    "/twilio-video.min.js": ["text/javascript", await readFile(videoSdk)],
  };
  const server = createServer(async (request, response) => {
    const { url = "" } = request;
    if (url === "/token") return askApp(request, response);
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

async function askApp(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { authorization = "" } = request.headers;
  const answer = await fetch(`${appUrl}/api/twilio/video/token`, {
    method: "POST",
    headers: { authorization, "content-type": "application/json" },
    body: await text(request),
  });
  response.writeHead(answer.status, { "content-type": "application/json" });
  response.end(await answer.text());
}
