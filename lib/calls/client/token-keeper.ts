import { tokenRefreshMs } from "@/lib/calls/client/device-options";
import { type ProblemCode, problemOf } from "@/lib/calls/client/problems";
import { fetchVoiceToken } from "@/lib/calls/client/token";

interface TokenKeeperOptions {
  inCall(): boolean;
  /** Takes a token in place of the present one. */
  deliver(token: string): void;
  onProblem(problem: ProblemCode): void;
}

export interface TokenKeeper {
  /** The first token. @throws CallProblem */
  fetch(): Promise<string>;
  /**
   * Replaces the token; during a call as late as it can, since the SDK may lose a second of sound
   * over it.
   */
  renew(): void;
  /** The provider no longer takes the token, whatever this browser's clock says. */
  refused(): void;
  /** Whether the token is about to end, or has. */
  isOld(): boolean;
  stop(): void;
}

/** A call has so long to end by itself before its token is replaced all the same. */
const lastMomentMs = 60_000;

/** Fetches the tokens of one Device and knows how old they are. */
export function createTokenKeeper(options: TokenKeeperOptions): TokenKeeper {
  let expiresAt = 0;
  let renewing = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function fetchToken(): Promise<string> {
    const answer = await fetchVoiceToken();
    expiresAt = answer.expiresAt;
    return answer.token;
  }

  async function renewNow() {
    if (renewing || stopped) return;
    renewing = true;
    try {
      const token = await fetchToken();
      if (!stopped) options.deliver(token);
    } catch (error) {
      if (!stopped) options.onProblem(problemOf(error));
    } finally {
      renewing = false;
    }
  }

  return {
    fetch: fetchToken,
    renew() {
      const spareMs = expiresAt - Date.now() - lastMomentMs;
      clearTimeout(timer);
      if (options.inCall() && spareMs > 0) timer = setTimeout(renewNow, spareMs);
      else void renewNow();
    },
    refused() {
      expiresAt = 0;
    },
    isOld: () => expiresAt - Date.now() <= tokenRefreshMs,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
