import { appPort, appUrl, supabaseUrl } from "../addresses.ts";
import { startFaultyProxy } from "../integration/faulty-proxy.ts";
import { callbacksOf, eventsPerCall, recordedEvents } from "./callbacks.ts";
import { answersPerSecond, bareRate, connections } from "./load.ts";
import { type Figure, ratioFigure } from "./report.ts";
import { startApp } from "./stack.ts";
import { inTurns, median } from "./statistics.ts";

const rounds = 8;
const callsPerRound = 80;

/**
 * How fast status callbacks are recorded, against a route that only answers.
 *
 * @param database - what they are recorded in, in words
 */
export async function measureWebhook(database: string): Promise<Figure[]> {
  const before = await recordedEvents();
  const webhookRate = async () => {
    const requests = await callbacksOf(callsPerRound);
    return answersPerSecond({ url: appUrl, connections, requests, once: true });
  };
  await inTurns(1, webhookRate, bareRate);
  const { one, other } = await inTurns(rounds, webhookRate, bareRate);

  const sent = (rounds + 1) * callsPerRound * eventsPerCall;
  const recorded = (await recordedEvents()) - before;
  if (recorded !== sent) throw new Error(`${recorded} of ${sent} callbacks were recorded.`);
  const [webhook, bare] = [median(one), median(other)];
  const detail = `${webhook.toFixed(0)}/s : ${bare.toFixed(0)}/s, ${connections} connections, medians of ${rounds} rounds; ${database}`;
  return [ratioFigure("Webhook route : bare route", webhook / bare, detail, { atLeast: 0.6 })];
}

/** How many requests to the database one callback causes. */
export async function measureRoundTrips(): Promise<Figure[]> {
  const proxy = await startFaultyProxy(supabaseUrl);
  const port = appPort + 1;
  const stopApp = await startApp(port, { NEXT_PUBLIC_SUPABASE_URL: proxy.url });
  try {
    const requests = await callbacksOf(20);
    const url = `http://localhost:${port}`;
    proxy.requests.length = 0;
    await answersPerSecond({ url, connections: 4, requests, once: true });
    const trips = proxy.requests.length / requests.length;
    const detail = `${proxy.requests.length} requests for ${requests.length} callbacks, counted by a proxy`;
    const what = "Database round trips of a callback";
    return [{ what, measured: String(trips), detail, target: "1", met: trips === 1 }];
  } finally {
    await stopApp();
    await proxy.close();
  }
}
