import { appEnvironment } from "../../sandbox/environment.ts";
import { appUrl } from "../addresses.ts";
import { deliverAcrossCrash, Mortal, reconcileAcrossCrash } from "./chaos/crashes.ts";
import { type Callback, deliverInTurns } from "./chaos/deliver.ts";
import { type Dealt, dice, disturb } from "./chaos/mischief.ts";
import { passTime, reconcileAll } from "./chaos/reconcile-all.ts";
import { type Past, playCalls } from "./chaos/scenarios.ts";
import { differences } from "./chaos/truth.ts";
import { startWorld, type World } from "./chaos/world.ts";
import { connections } from "./load.ts";
import { freshDatabase } from "./postgres.ts";
import { type Figure, ratioFigure } from "./report.ts";
import { end, startApp } from "./stack.ts";

const atOnce = 16;
const shown = 40;
const seeds = { calm: 1, crashes: 2 };
const cronSecret = appEnvironment(appUrl).CRON_SECRET ?? "";
// The telephones are made up.
const start = () => startApp(undefined, { OUTBOUND_ALLOW_LIST: "+1*" });

/**
 * What is left of the truth when a fifth of all callbacks is lost, a fifth comes twice and none in its
 * order. Calls of all kinds are made through the built app at a Twilio without media; their callbacks
 * are disturbed and delivered; time passes and the reconciler runs; then every row is compared with
 * what the call was at Twilio. Twice: the second time the app is killed, while it takes callbacks and
 * while it reconciles.
 *
 * @param serverUrl - a PostgreSQL server, on which it makes a database
 * @param calls - how many are made the first time; a fifth of them the second time
 */
export async function measureChaos(serverUrl: string, calls: number): Promise<Figure[]> {
  const database = await freshDatabase(serverUrl);
  const world = await startWorld(database.url);
  const app = new Mortal(await start(), start);
  try {
    return [...(await calm(world, calls, app)), await crashing(world, Math.ceil(calls / 5), app)];
  } finally {
    await end(app.process);
    await world.close();
    await database.drop();
  }
}

async function calm(world: World, calls: number, app: Mortal): Promise<Figure[]> {
  const { past, dealt } = await playAndDisturb(world, calls, seeds.calm);
  const rates = await deliverInTurns(world.twilio, dealt.items, app.process.pid ?? 0);
  const untold = await differences(world.supabase, world.stage, past);
  const startedAt = performance.now();
  await passTime(world.supabase);
  const { checked, repaired } = await reconcileAll(appUrl, cronSecret);
  const seconds = (performance.now() - startedAt) / 1000;
  const work = `${untold.length} things were wrong before the reconciler, which looked at ${checked} calls in ${seconds.toFixed(0)} s and mended ${repaired}`;
  const rate = `${rates.callbacks.toFixed(0)}/s : ${rates.bare.toFixed(0)}/s on PostgreSQL, ${connections} connections; the app's processor time ${rates.cost.toFixed(2)} ms`;
  return [
    await verdict("Callbacks lost, doubled, shuffled: wrong in rows", world, past, dealt, work),
    ratioFigure("Such callbacks : bare route", rates.callbacks / rates.bare, rate, {
      atLeast: 0.4,
    }),
  ];
}

async function crashing(world: World, calls: number, app: Mortal): Promise<Figure> {
  const { past, dealt } = await playAndDisturb(world, calls, seeds.crashes);
  const lost = await deliverAcrossCrash(world, app, dealt.items);
  await reconcileAcrossCrash(world, app, cronSecret);
  const what = "The same, the app killed twice: wrong in rows";
  return verdict(what, world, past, dealt, `${lost} more were lost with the app`);
}

async function playAndDisturb(world: World, calls: number, seed: number) {
  const past = await playCalls(world.supabase, world.stage, { calls, atOnce });
  return { past, dealt: disturb(world.twilio.post.take(), dice(seed)) };
}

async function verdict(
  what: string,
  { supabase, stage }: World,
  past: readonly Past[],
  { items, dropped, doubled }: Dealt<Callback>,
  more: string,
): Promise<Figure> {
  const wrong = await differences(supabase, stage, past);
  for (const line of wrong.slice(0, shown)) process.stderr.write(`${line}\n`);
  const detail = `${past.length} calls; callbacks: ${dropped} dropped, ${doubled} doubled, ${items.length} delivered; ${more}`;
  return {
    ...{ what, measured: String(wrong.length), detail },
    ...{ target: "0", met: wrong.length === 0 },
  };
}
