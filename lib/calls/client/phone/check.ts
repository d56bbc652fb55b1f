import { type ApiFailure, callApi } from "@/lib/http/call-api";

/**
 * Asks the server whether a number may be called: the voice that would say so in the call is
 * harder to follow than a sentence on the page.
 *
 * @param to - E.164
 * @returns why not; null when it may
 */
export async function checkNumber(to: string): Promise<ApiFailure | null> {
  const answer = await callApi("POST", "/api/calls/check", { to });
  return answer.ok ? null : answer.error;
}
