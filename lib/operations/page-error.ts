import "server-only";
import { log } from "@/lib/log";
import { tallyRequest } from "@/lib/operations/traffic/counting";

/**
 * Notes that a page could not be rendered: in the log whole, among the counts as a failed request.
 *
 * @param route - verb and pattern
 */
export function notePageError(error: unknown, route: string): void {
  log.error({ route, error }, "page failed");
  tallyRequest({ route, outcome: "internal_error", status: 500, ms: 0 });
}
