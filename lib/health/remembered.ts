/** Watchers ask often, and from several places. */
const briefMs = 3_000;

/**
 * Keeps the last answer for as long as it is fresh: whoever asks meanwhile gets it, or waits for the
 * look that is under way. Any answer but `ok` is asked again soon, so that recovery shows.
 *
 * @param look - never rejects
 * @param freshMs - for how long `ok` counts
 */
export function remembered<Answer>(
  look: () => Promise<Answer>,
  freshMs = briefMs,
): (now?: number) => Promise<Answer> {
  let seen: { answer: Promise<Answer>; until: number } | undefined;
  return (now = Date.now()) => {
    if (seen && now < seen.until) return seen.answer;
    const looking = { answer: look(), until: now + freshMs };
    seen = looking;
    void looking.answer.then((answer) => {
      if (answer !== "ok") looking.until = Math.min(looking.until, now + briefMs);
    });
    return looking.answer;
  };
}
