import { onTestFinished } from "vitest";
import { type RunningTwilio, startTwilio, type TwilioOptions } from "../server.ts";

/** A sandbox on a free port that lives as long as the test. */
export async function startSandbox(options: Partial<TwilioOptions> = {}): Promise<RunningTwilio> {
  const sandbox = await startTwilio({ port: 0, ...options });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** A clock that stands still until it is turned; times in milliseconds. */
export function handClock() {
  let time = Date.UTC(2026, 0, 15, 12);
  return {
    now: () => time,
    advance(milliseconds: number) {
      time += milliseconds;
    },
  };
}
