import "server-only";
import { after } from "next/server";
import { log } from "@/lib/log";
import { type NewMatch, notifyMatch } from "@/lib/push/matches";

/** Pushes whoever liked first, once the other has their answer. A failure is for the log alone. */
export function pushMatch(match: NewMatch): void {
  const { matchId } = match;
  after(async () => {
    try {
      log.info({ matchId, pushed: await notifyMatch(match) }, "match pushed");
    } catch (error) {
      log.warn({ matchId, error }, "match not pushed");
    }
  });
}
