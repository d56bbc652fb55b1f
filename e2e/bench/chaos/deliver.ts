import { appUrl } from "../../addresses.ts";
import { answersPerSecond, bareRate, connections } from "../load.ts";
import { processorTime } from "../processor-time.ts";
import { inTurns, median } from "../statistics.ts";
import { asLoad } from "./held-post.ts";
import type { SilentTwilio } from "./silent-twilio.ts";

export type Callback = ReturnType<SilentTwilio["post"]["take"]>[number];

const shares = 6;

/**
 * Delivers each of the callbacks once, as fast as the app takes them; between their shares the bare
 * route has its turn.
 *
 * @returns answers a second, and milliseconds of the app's processor time for each callback; the
 *   first share warms up
 * @throws Error when any is not taken
 */
export async function deliverInTurns(
  { post, context }: SilentTwilio,
  callbacks: Callback[],
  appPid: number,
) {
  const requests = callbacks.map((callback) => asLoad(context.config.authToken, callback));
  const size = Math.floor(requests.length / shares / connections) * connections;
  const costs: number[] = [];
  const send = async () => {
    const before = await processorTime(appPid);
    const rate = await answersPerSecond({
      ...{ url: appUrl, connections, once: true },
      requests: requests.splice(0, size),
    });
    costs.push(((await processorTime(appPid)) - before) / size);
    return rate;
  };
  const whole = size * shares;
  await inTurns(1, send, bareRate);
  const { one, other } = await inTurns(shares - 1, send, bareRate);
  const lost = await deliver(post, callbacks.slice(whole));
  if (lost > 0) throw new Error(`${lost} callbacks were not taken.`);
  return { callbacks: median(one), bare: median(other), cost: median(costs) };
}

/**
 * Delivers callbacks as Twilio does, several at a time.
 *
 * @param before - waited for before each of them, told how many have been sent
 * @returns how many the app has not taken
 */
export async function deliver(
  post: SilentTwilio["post"],
  callbacks: readonly Callback[],
  before: (sent: number) => Promise<void> | void = () => {},
): Promise<number> {
  let sent = 0;
  let lost = 0;
  const work = async () => {
    for (let next = callbacks[sent]; next; next = callbacks[sent]) {
      const order = sent++;
      await before(order);
      if (!(await post.send(next))) lost += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  return lost;
}
