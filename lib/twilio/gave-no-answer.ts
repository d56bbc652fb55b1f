import "server-only";

/** Whether a request to Twilio failed on its way: refused, cut off, timed out. */
export function gaveNoAnswer(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^E[A-Z_]+$/.test(String(error.code));
}
