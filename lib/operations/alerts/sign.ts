import "server-only";
import { createHmac } from "node:crypto";

/**
 * Headers by which a receiver knows that a webhook is ours, and its repeats.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 *
 * @param id - the same for each attempt to deliver the same thing
 * @param body - as it is sent, byte for byte
 * @param secret - its text is the key
 */
export function webhookHeaders(
  id: string,
  body: string,
  secret: string,
  now = Date.now(),
): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  const signature = createHmac("sha256", secret)
    .update(`${id}.${timestamp}.${body}`)
    .digest("base64");
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": `v1,${signature}`,
  };
}
