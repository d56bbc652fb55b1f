import "server-only";
import { notAnswering } from "@/lib/api/not-answering";
import { askInSpan } from "@/lib/telemetry/ask-in-span";

const timeoutMs = 8_000;

/**
 * `fetch` for Supabase that gives up after 8 seconds, so that a dead database becomes an answer and
 * not a hang.
 *
 * @throws ApiError `unavailable` when it takes too long, or when what answers is not Supabase but
 *   something in front that does not reach it
 */
export const fetchInTime: typeof fetch = async (input, init) => {
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
  const { url, method } = input instanceof Request ? input : { url: String(input), method: "GET" };
  const asked = { service: "supabase" as const, method: init?.method ?? method, url };
  try {
    const answer = await askInSpan(asked, () =>
      fetch(input, { ...init, signal, cache: "no-store" }),
    );
    if (isFromGateway(answer)) throw noSecondTry(new Error(`A gateway says ${answer.status}`));
    return answer;
  } catch (error) {
    throw timeout.aborted ? noSecondTry(error) : error;
  }
};

/**
 * fetchInTime for the client that holds the secret key. It asks for the app itself: a key that is
 * refused says nothing of whoever waits for the answer, and nobody has to sign in again.
 *
 * @throws ApiError `unavailable` as fetchInTime, and when Supabase does not take the key
 */
export const fetchWithSecretKey: typeof fetch = async (input, init) => {
  const answer = await fetchInTime(input, init);
  if (answer.status === 401) throw noSecondTry(new Error("Supabase refuses SUPABASE_SECRET_KEY"));
  return answer;
};

/** PostgREST's own 503 comes as JSON, and its client asks again: it is about to be ready. */
function isFromGateway({ status, headers }: Response): boolean {
  if (status === 503) return !headers.get("content-type")?.includes("json");
  // From 520: Cloudflare, which stands in front of Supabase.
  return status === 502 || status === 504 || status >= 520;
}

/** By this name the client knows not to ask again, three times with pauses, for up to 39 seconds. */
function noSecondTry(cause: unknown): Error {
  return Object.assign(notAnswering(cause), { name: "AbortError" });
}
