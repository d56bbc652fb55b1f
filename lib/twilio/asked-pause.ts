import type { RequestClient } from "twilio";

/** However long Twilio asks for, in milliseconds. */
const longestMs = 10 * 60_000;
let until = 0;

/**
 * Has Twilio's HTTP client remember for how long Twilio has asked for no requests (429 with
 * Retry-After).
 *
 * @returns the same client
 */
export function heedPauses<Client extends RequestClient>(client: Client): Client {
  const send = client.request.bind(client);
  client.request = async (options) => {
    const answer = await send(options);
    if (answer.statusCode === 429) notePause(answer.headers);
    return answer;
  };
  return client;
}

/** For how many seconds Twilio wants no requests of this instance but those that cannot wait. */
export function askedPause(now = Date.now()): number {
  return Math.max(0, Math.ceil((until - now) / 1000));
}

/** The header has seconds, or a date. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function notePause(headers: unknown, now = Date.now()): void {
  const value =
    typeof headers === "object" && headers ? Reflect.get(headers, "retry-after") : undefined;
  if (typeof value !== "string" || value === "") return;
  const pauseMs = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  if (pauseMs > 0) until = Math.max(until, now + Math.min(pauseMs, longestMs));
}
