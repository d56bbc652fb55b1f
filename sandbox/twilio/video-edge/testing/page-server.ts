import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { stripTypeScriptTypes } from "node:module";
import { close, listen } from "../../../listen.ts";

const html = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Guest</title>
<body><script type="module">
await import("/video-edge/testing/guest-page.ts");
const script = document.createElement("script");
script.src = "/twilio-video.min.js";
document.head.append(script);
</script></body>`;

const files: Record<string, URL> = {
  "/video-edge/testing/guest-page.ts": new URL("./guest-page.ts", import.meta.url),
  "/video-edge/testing/reception.ts": new URL("./reception.ts", import.meta.url),
  "/browser.ts": new URL("../../../browser.ts", import.meta.url),
  "/twilio-video.min.js": new URL(
    "../dist/twilio-video.min.js",
    import.meta.resolve("twilio-video"),
  ),
};

/** Serves a page with the SDK, as the package ships it for a script tag. */
export async function startPageServer() {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname === "/") {
      response.writeHead(200, { "Content-Type": "text/html" }).end(html);
      return;
    }
    const file = files[pathname];
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    const text = await readFile(file, "utf8");
    response.writeHead(200, { "Content-Type": "text/javascript" });
    response.end(pathname.endsWith(".ts") ? stripTypeScriptTypes(text) : text);
  });
  const origin = await listen(server);
  return { origin, close: () => close(server) };
}
