import type { CallSummary, NamedPerson } from "@/lib/chat/types";

/** A call in the list of calls. */
export interface RecentCall extends CallSummary {
  id: string;
  /** Timestamp of the database. */
  startedAt: string;
  matchId: string | null;
  isGroup: boolean;
  /** Title of a group that has one. */
  title: string | null;
  /** The others. */
  people: NamedPerson[];
  /** E.164: what this person dialled outside of Duet. */
  dialled: string | null;
}

export interface RecentPage {
  /** Newest first. */
  calls: RecentCall[];
  hasOlder: boolean;
}
