import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";
import twilio from "twilio";
import { onTestFinished, vi } from "vitest";
import { twilioDefaults } from "../../config.ts";

interface ReceivedWebhook {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  params: Record<string, string>;
  /** Whether the SDK accepts the signature for the URL and parameters as received. */
  signed: boolean;
}

/**
 * An integrator's server for the length of a test: keeps what arrives and answers with the
 * queued statuses, then 200.
 */
export async function startWebhookApp(statuses: number[] = []) {
  const received: ReceivedWebhook[] = [];
  const server = createServer(async (request, response) => {
    const params = Object.fromEntries(new URLSearchParams(await text(request)));
    const path = request.url ?? "";
    const signature = String(request.headers["x-twilio-signature"]);
    received.push({
      method: request.method ?? "",
      path,
      headers: request.headers,
      params,
      signed: twilio.validateRequest(twilioDefaults.authToken, signature, origin + path, params),
    });
    response.writeHead(statuses.shift() ?? 200, { "Content-Type": "text/xml" }).end("<Response/>");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No TCP address");
  const origin = `http://127.0.0.1:${address.port}`;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    origin,
    received,
    /** Resolves once this many webhooks have arrived. */
    arrived: (count: number) =>
      vi.waitUntil(() => received.length >= count, { timeout: 3_000, interval: 5 }),
  };
}
