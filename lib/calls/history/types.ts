import type { CallView } from "@/lib/calls/call-view";

/** A call in a person's history. Timestamps are the database's own texts: read them with `instant`. */
export type RememberedCall = CallView;

export interface CallPage {
  /** Newest first. */
  calls: RememberedCall[];
  /** Where the next page begins; null after the last. */
  next: string | null;
}
