import { readFile } from "node:fs/promises";
import type { BrowserContext } from "@playwright/test";
import { appLog } from "./addresses.ts";

/** Everything that has reached one browser, whoever sent it. */
export interface Witness {
  /** Answers, pages, scripts' data and what came over sockets: Realtime and the call edges. */
  readonly received: readonly string[];
  /** Waits until the bodies of all answers so far have been read. */
  settled(): Promise<void>;
}

/** Keeps what a browser receives, from now on. Open the pages afterwards. */
export function watchTraffic(context: BrowserContext): Witness {
  const received: string[] = [];
  const reading = new Set<Promise<void>>();
  context.on("response", (response) => {
    if (/\.(js|css|woff2?|png|svg|ico)(\?|$)/.test(response.url())) return;
    received.push(response.url(), JSON.stringify(response.headers()));
    const body = response.text().then(
      (text) => void received.push(text),
      // A redirect has no body, and one of a page that was left cannot be read any more.
      () => {},
    );
    reading.add(body);
    void body.then(() => reading.delete(body));
  });
  context.on("console", (message) => received.push(message.text()));
  context.on("page", (page) => {
    page.on("websocket", (socket) => {
      socket.on("framereceived", ({ payload }) => received.push(payload.toString()));
    });
  });
  return {
    received,
    async settled() {
      await Promise.all(reading);
    },
  };
}

/** Whatever of these texts carries a number, in any of the ways in which one is written. */
export function mentions(texts: readonly string[], e164: string): string[] {
  const subscriber = e164.slice(-7);
  const spaced = new RegExp(`${subscriber.slice(0, 3)}\\D{0,3}${subscriber.slice(3)}`);
  return texts.filter((text) => spaced.test(text)).map((text) => text.slice(0, 300));
}

/** Every line that the app has logged. */
export async function logLines(): Promise<string[]> {
  return (await readFile(appLog, "utf8")).split("\n");
}
