import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { appUrl } from "../../addresses.ts";
import { until } from "../until.ts";
import { type Callback, deliver } from "./deliver.ts";
import { passTime, reconcileAll } from "./reconcile-all.ts";
import type { World } from "./world.ts";

/** An app that can be killed and started again. */
export class Mortal {
  #process: ChildProcess;
  readonly #start: () => Promise<ChildProcess>;

  constructor(process: ChildProcess, start: () => Promise<ChildProcess>) {
    this.#process = process;
    this.#start = start;
  }

  get process(): ChildProcess {
    return this.#process;
  }

  /** Ends it at once, with whatever it is busy with. */
  kill(): void {
    this.#process.kill("SIGKILL");
  }

  async rise(): Promise<void> {
    const { exitCode, signalCode } = this.#process;
    if (exitCode === null && signalCode === null) await once(this.#process, "exit");
    this.#process = await this.#start();
  }
}

/**
 * Delivers callbacks to an app that is killed when it has had half of them, and stays dead for
 * another twentieth.
 *
 * @returns how many it has not taken
 */
export function deliverAcrossCrash(
  { twilio }: World,
  app: Mortal,
  callbacks: readonly Callback[],
): Promise<number> {
  const [half = 0, back = 0] = [0.5, 0.55].map((share) => Math.floor(callbacks.length * share));
  let rising: Promise<void> | undefined;
  return deliver(twilio.post, callbacks, async (sent) => {
    if (sent === half) app.kill();
    if (sent < back) return;
    rising ??= app.rise();
    await rising;
  });
}

/** Runs the reconciler, kills the app when a third is done, and has the rest done after a restart. */
export async function reconcileAcrossCrash(
  { supabase }: World,
  app: Mortal,
  secret: string,
): Promise<void> {
  await passTime(supabase);
  const left = async () => {
    const [row] = await supabase.query<{ count: number }>(
      "select count(*)::integer as count from public.call_checks",
    );
    return row?.count ?? 0;
  };
  const due = await left();
  const struck = reconcileAll(appUrl, secret).then(
    () => "done",
    () => "struck",
  );
  await until("a third is reconciled", async () => (await left()) < (due * 2) / 3, 600);
  app.kill();
  if ((await struck) !== "struck") throw new Error("The reconciler was done before the crash.");
  await app.rise();
  await passTime(supabase);
  await reconcileAll(appUrl, secret);
}
