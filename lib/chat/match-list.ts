import { createCell, type Observable } from "@/lib/cell";
import type { MatchSummary } from "@/lib/chat/types";
import { subscribeUserEvents } from "@/lib/realtime/user-events";

export interface MatchListState {
  /** Null until the list has been fetched. */
  matches: readonly MatchSummary[] | null;
  /** The last attempt to fetch it failed; what is shown may be old. */
  failed: boolean;
}

export interface MatchList extends Observable<MatchListState> {
  /** Fetches again; calls during a fetch lead to one more fetch after it. */
  refresh: () => Promise<void>;
  /** Follows the person's channel. Returns what stops it. */
  follow: () => () => void;
}

/**
 * The live list of matches.
 *
 * @param fetchMatches - fetches the whole list
 * @param initial - what the server has rendered, or null when it could not
 */
export function createMatchList(
  fetchMatches: () => Promise<MatchSummary[]>,
  initial: readonly MatchSummary[] | null,
): MatchList {
  const cell = createCell<MatchListState>({ matches: initial, failed: initial === null });
  let running: Promise<void> | null = null;
  let again = false;

  async function run() {
    do {
      again = false;
      try {
        const matches = await fetchMatches();
        cell.update(() => ({ matches, failed: false }));
      } catch {
        cell.update((state) => ({ ...state, failed: true }));
      }
    } while (again);
    running = null;
  }

  function refresh() {
    again = running !== null;
    running ??= run();
    return running;
  }

  return {
    subscribe: cell.subscribe,
    getSnapshot: cell.getSnapshot,
    refresh,
    follow() {
      const stops = [
        subscribeUserEvents("match-updated", refresh),
        subscribeUserEvents("gap", refresh),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
