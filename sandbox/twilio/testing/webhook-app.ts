import { createServer, type IncomingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";
import twilio from "twilio";
import { onTestFinished, vi } from "vitest";
import { twilioDefaults } from "../../config.ts";
import { close, listen } from "../../listen.ts";

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
  const origin = await listen(server);
  onTestFinished(() => close(server));
  return {
    origin,
    received,
    /** Resolves once this many webhooks have arrived. */
    arrived: (count: number) =>
      vi.waitUntil(() => received.length >= count, { timeout: 3_000, interval: 5 }),
  };
}
