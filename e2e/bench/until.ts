import { setTimeout } from "node:timers/promises";

/**
 * Asks every 50 ms until the answer is yes.
 *
 * @param what - is expected, for the error
 * @throws Error when it has not come about in time
 */
export async function until(
  what: string,
  check: () => boolean | Promise<boolean>,
  seconds = 30,
): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await check())) {
    if (Date.now() > deadline) throw new Error(`Waited ${seconds} s in vain: ${what}.`);
    await setTimeout(50);
  }
}
