import { appUrl } from "../addresses.ts";
import { fillHistory } from "./fill-history.ts";
import { type Figure, ratioFigure } from "./report.ts";
import { signInProgram } from "./session.ts";
import { inTurns, median } from "./statistics.ts";

const rounds = 60;
const warmUps = 15;
const few = 1_000;
const many = 1_000_000;

/** Pages of the history, as the API is asked for them. */
const pages = {
  "newest page": "limit=30",
  "missed calls": "limit=30&status=missed",
  "one kind": "limit=30&kind=phone",
  groups: "limit=30&group=any",
  "search by name": "limit=30&q=friend 1",
};

/**
 * How long a page of the history takes a person with a million calls, against one with a thousand:
 * through the app, both in one database.
 *
 * @param databaseUrl - the PostgreSQL database of the sandbox
 */
export async function measureHistory(databaseUrl: string): Promise<Figure[]> {
  const [rare, busy] = [await signInProgram("Rare"), await signInProgram("Busy")];
  await fillHistory(databaseUrl, rare, few);
  await fillHistory(databaseUrl, busy, many);
  const figures: Figure[] = [];
  for (const [name, query] of Object.entries(pages)) {
    const time =
      ({ accessToken }: { accessToken: string }) =>
      () =>
        timeOf(query, accessToken);
    await inTurns(warmUps, time(rare), time(busy));
    const { one, other } = await inTurns(rounds, time(rare), time(busy));
    const [short, long] = [median(one), median(other)];
    const detail = `${long.toFixed(1)} ms : ${short.toFixed(1)} ms on PostgreSQL, medians of ${rounds} rounds`;
    const what = `History, ${name}: ${many.toLocaleString("en")} : ${few.toLocaleString("en")} calls`;
    figures.push(ratioFigure(what, long / short, detail, { atMost: 1.3 }));
  }
  return figures;
}

/** Milliseconds until a full page is there. */
async function timeOf(query: string, accessToken: string): Promise<number> {
  const startedAt = performance.now();
  const response = await fetch(`${appUrl}/api/calls?${query}`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  const { calls }: { calls?: unknown[] } = await response.json();
  const took = performance.now() - startedAt;
  if (calls?.length !== 30) throw new Error(`The page of ${query} has ${calls?.length} calls.`);
  return took;
}
