import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import { stripTypeScriptTypes } from "node:module";
import { text } from "node:stream/consumers";
import twilio from "twilio";
import { onTestFinished } from "vitest";
import { twilioDefaults } from "../../../config.ts";
import { close, listen } from "../../../listen.ts";

export interface Webhook {
  /** Last part of the path: incoming, status, dial-result, fallback, ... */
  name: string;
  params: Record<string, string>;
}

const pageHtml = `<!doctype html><title>Phone</title>
<script type="module">
await import("/edge/testing/phone-page.ts");
const script = document.createElement("script");
script.src = "/twilio.min.js";
document.head.append(script);
</script>`;

/** The build that the package ships for a script tag; its exports name only the main module. */
const sdkFile = new URL("../dist/twilio.min.js", import.meta.resolve("@twilio/voice-sdk"));

/**
 * An integrator's app for the length of a test: answers each webhook with the TwiML that
 * `respond` gives for it, refuses unsigned ones, keeps the rest, and serves a page with the SDK.
 */
export async function startTwimlApp(respond: (webhook: Webhook) => string) {
  const webhooks: Webhook[] = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", origin);
    if (request.method === "GET") return servePage(pathname, response);
    const params = Object.fromEntries(new URLSearchParams(await text(request)));
    const signature = String(request.headers["x-twilio-signature"]);
    const url = origin + request.url;
    if (!twilio.validateRequest(twilioDefaults.authToken, signature, url, params)) {
      return response.writeHead(403).end();
    }
    const webhook = { name: pathname.split("/").at(-1) ?? "", params };
    webhooks.push(webhook);
    response.writeHead(200, { "Content-Type": "text/xml" });
    return response.end(`<Response>${respond(webhook)}</Response>`);
  });
  const origin = await listen(server);
  onTestFinished(() => close(server));
  return { origin, webhooks };
}

async function servePage(path: string, response: ServerResponse): Promise<void> {
  if (path === "/") {
    response.writeHead(200, { "Content-Type": "text/html" }).end(pageHtml);
    return;
  }
  response.writeHead(200, { "Content-Type": "text/javascript" });
  if (path === "/twilio.min.js") response.end(await readFile(sdkFile));
  else response.end(await readModule(path));
}

/** A module of this folder or of the sandbox, as a browser can read it. */
async function readModule(path: string): Promise<string> {
  const file = path === "/browser.ts" ? "../../../browser.ts" : "./phone-page.ts";
  return stripTypeScriptTypes(await readFile(new URL(file, import.meta.url), "utf8"));
}
