import { appPort, appUrl, supabaseUrl } from "../addresses.ts";
import { startFaultyProxy } from "../integration/faulty-proxy.ts";
import { callbacksOf, eventsPerCall, recordedEvents } from "./callbacks.ts";
import { answersPerSecond, bareRate, connections, roundSeconds } from "./load.ts";
import { processorTime } from "./processor-time.ts";
import { type Figure, ratioFigure } from "./report.ts";
import { end, startApp } from "./stack.ts";
import { inTurns, median } from "./statistics.ts";

const rounds = 8;
const callsPerRound = 80;

interface Round {
  /** Answers a second. */
  rate: number;
  /** Milliseconds of the app's processor time for each of them. */
  cost: number;
}

/**
 * How fast status callbacks are recorded, against a route that only answers. App, database and load
 * share the machine, hence also what the app alone spends.
 *
 * @param database - what they are recorded in, in words
 */
export async function measureWebhook(database: string, appPid: number): Promise<Figure[]> {
  const before = await recordedEvents();
  const callbackRound = async () => {
    const requests = await callbacksOf(callsPerRound);
    const send = () => answersPerSecond({ url: appUrl, connections, requests, once: true });
    return time(appPid, send, () => requests.length);
  };
  const bareRound = () => time(appPid, bareRate, (rate) => rate * roundSeconds);
  await inTurns(1, callbackRound, bareRound);
  const { one, other } = await inTurns(rounds, callbackRound, bareRound);

  const sent = (rounds + 1) * callsPerRound * eventsPerCall;
  const recorded = (await recordedEvents()) - before;
  if (recorded !== sent) throw new Error(`${recorded} of ${sent} callbacks were recorded.`);
  const middle = (of: (round: Round) => number) => [median(one.map(of)), median(other.map(of))];
  const [rate = 0, plain = 0] = middle((round) => round.rate);
  const [cost = 0, bareCost = 0] = middle((round) => round.cost);
  const detail = `${rate.toFixed(0)}/s : ${plain.toFixed(0)}/s on ${database}, ${connections} connections, medians of ${rounds} rounds; the app's processor time ${cost.toFixed(2)} ms : ${bareCost.toFixed(2)} ms`;
  return [ratioFigure("Webhook route : bare route", rate / plain, detail, { atLeast: 0.6 })];
}

async function time(
  appPid: number,
  load: () => Promise<number>,
  answers: (rate: number) => number,
): Promise<Round> {
  const before = await processorTime(appPid);
  const rate = await load();
  return { rate, cost: ((await processorTime(appPid)) - before) / answers(rate) };
}

/** What an instance tells by the clock, whatever it has served meanwhile; no callback has a limit. */
const byTheClock = ["POST /rest/v1/rpc/count_requests", "POST /rest/v1/rpc/add_uses"];

/** How many requests to the database one callback causes. */
export async function measureRoundTrips(): Promise<Figure[]> {
  const proxy = await startFaultyProxy(supabaseUrl);
  const port = appPort + 1;
  const app = await startApp(port, { NEXT_PUBLIC_SUPABASE_URL: proxy.url });
  try {
    const requests = await callbacksOf(20);
    const url = `http://localhost:${port}`;
    proxy.requests.length = 0;
    await answersPerSecond({ url, connections: 4, requests, once: true });
    const made = proxy.requests.filter((request) => !byTheClock.includes(request));
    const trips = made.length / requests.length;
    const detail = `${made.length} requests for ${requests.length} callbacks, counted by a proxy`;
    const what = "Database round trips of a callback";
    return [{ what, measured: String(trips), detail, target: "1", met: trips === 1 }];
  } finally {
    await end(app);
    await proxy.close();
  }
}
