import { setTimeout as sleep } from "node:timers/promises";
import type { RequestClient } from "twilio";

const pausesMs = [200, 800];
/** Nobody waits for two more answers after one that took this long to fail. */
const patienceMs = 3_000;

/**
 * Has Twilio's HTTP client ask again when a question failed on the way or at Twilio: twice at most.
 * What changes something is sent once: that it failed does not say that nothing was done. (429 is
 * another matter, and up to `autoRetry`: it was turned away unread.)
 *
 * @returns the same client
 */
export function askAgain<Client extends RequestClient>(client: Client): Client {
  const send = client.request.bind(client);
  client.request = async (options) => {
    if (options.method.toLowerCase() !== "get") return send(options);
    const startedAt = Date.now();
    for (const pauseMs of pausesMs) {
      const answer = await send(options).catch((error) => {
        if (Date.now() - startedAt > patienceMs) throw error;
        return null;
      });
      if (answer && answer.statusCode < 500) return answer;
      await sleep(pauseMs * (0.5 + Math.random()));
    }
    return send(options);
  };
  return client;
}
