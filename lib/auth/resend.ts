import "server-only";
import { resendDelaysSeconds } from "@/lib/auth/limits";

/**
 * How long to wait for the next send.
 *
 * @param sends - to this recipient in the last hour, since they last signed in
 * @returns seconds; 0 before the first send
 */
export function resendDelaySeconds(sends: number): number {
  return resendDelaysSeconds[Math.min(sends, resendDelaysSeconds.length) - 1] ?? 0;
}
