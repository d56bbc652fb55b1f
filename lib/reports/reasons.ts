import type { Database } from "@/lib/supabase/database.types";

export type ReportReason = Database["public"]["Enums"]["report_reason"];

/** What can be wrong, in the order in which it is offered, and in words. */
export const reasonWords: Record<ReportReason, string> = {
  harassment: "Harassment or threats",
  nudity: "Unwanted sexual content",
  scam: "Asks for money, or a scam",
  fake: "Fake profile",
  under_age: "Seems to be under 18",
  spam: "Spam or advertising",
  other: "Something else",
};

export const reportReasons = Object.keys(reasonWords).filter(isReportReason);

/** Narrows a text that came from outside. */
function isReportReason(text: string): text is ReportReason {
  return text in reasonWords;
}

/** Characters that a report's details may have. */
export const maxDetails = 1000;
