import "server-only";

const timeoutMs = 8_000;

/** `fetch` that gives up after 8 seconds, so that a dead database becomes an answer and not a hang. */
export const fetchInTime: typeof fetch = (input, init) => {
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
  return fetch(input, { ...init, signal, cache: "no-store" });
};
