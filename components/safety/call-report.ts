import { createCell } from "@/lib/cell";

/** Who is to be reported after a call with them. */
export interface CallReport {
  profileId: string;
  name: string;
  matchId?: string | undefined;
  callSid?: string | undefined;
}

/** The report that was begun in a call. It outlives the call, and the page on which it was begun. */
export const callReport = createCell<CallReport | null>(null);
