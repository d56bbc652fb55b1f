import "server-only";
import { after } from "next/server";
import { notAnswering } from "@/lib/api/not-answering";
import { log } from "@/lib/log";

/** Twilio waits for 15 seconds, our pages for 20: they should hear before that it will not be. */
const patienceMs = 12_000;

const tooLate = Symbol("too late");

/** Waits for a part of a request's work. */
export type Patience = <T>(work: () => Promise<T> | T) => Promise<T>;

/**
 * For one request: how long the parts of its work may take together. What takes longer goes on after
 * the answer, since half of a thing done would be worse, and nobody hears what came of it.
 *
 * @param totalMs - for all parts; what is not waited for with it does not count
 * @returns throws ApiError `unavailable` when there is no time left
 */
export function startPatience(totalMs = patienceMs): Patience {
  let leftMs = totalMs;
  return async (work) => {
    const startedAt = performance.now();
    const working = Promise.resolve().then(work);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<typeof tooLate>((resolve) => {
      timer = setTimeout(resolve, leftMs, tooLate);
    });
    try {
      const result = await Promise.race([working, late]);
      if (result !== tooLate) return result;
      after(working.then(undefined, (error) => log.warn({ error }, "failed after its answer")));
      throw notAnswering();
    } finally {
      clearTimeout(timer);
      leftMs -= performance.now() - startedAt;
    }
  };
}
