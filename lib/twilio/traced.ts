import "server-only";
import type { RequestClient } from "twilio";
import { askInSpan } from "@/lib/telemetry/ask-in-span";

/** Has every request of Twilio's HTTP client stand in the trace that is going on. */
export function traced<Client extends RequestClient>(client: Client): Client {
  const send = client.request.bind(client);
  client.request = (options) =>
    askInSpan({ service: "twilio", method: options.method, url: options.uri }, () => send(options));
  return client;
}
