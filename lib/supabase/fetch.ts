import "server-only";
import { askInSpan } from "@/lib/telemetry/ask-in-span";

const timeoutMs = 8_000;

/** `fetch` that gives up after 8 seconds, so that a dead database becomes an answer and not a hang. */
export const fetchInTime: typeof fetch = (input, init) => {
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
  const { url, method } = input instanceof Request ? input : { url: String(input), method: "GET" };
  const asked = { service: "supabase" as const, method: init?.method ?? method, url };
  return askInSpan(asked, () => fetch(input, { ...init, signal, cache: "no-store" }));
};
