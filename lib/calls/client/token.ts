import { CallProblem, type ProblemCode } from "@/lib/calls/client/problems";
import { fieldsOf, textOf } from "@/lib/fields";

export interface VoiceToken {
  token: string;
  /** Epoch milliseconds by this browser's clock. */
  expiresAt: number;
}

const lifetimeMs = 3600_000;
const timeoutMs = 20_000;

const problemByStatus: Record<number, ProblemCode> = {
  401: "signed-out",
  429: "too-many",
  502: "unavailable",
  503: "unavailable",
};

/**
 * Fetches a Voice access token for the signed-in person.
 *
 * @throws CallProblem `signed-out`, `too-many`, `unavailable`, `offline`, `connection` or `token`
 */
export async function fetchVoiceToken(): Promise<VoiceToken> {
  const askedAt = Date.now();
  const response = await post("/api/twilio/voice/token");
  if (!response.ok) throw new CallProblem(problemByStatus[response.status] ?? "token");
  const token = textOf(fieldsOf(await response.json()).token);
  if (token === null) throw new CallProblem("token");
  return { token, expiresAt: askedAt + lifetimeMs };
}

async function post(path: string): Promise<Response> {
  try {
    return await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
      // A request that hangs would keep the device from ever being made.
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (cause) {
    throw new CallProblem(navigator.onLine ? "connection" : "offline", { cause });
  }
}
