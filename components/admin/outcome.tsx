import type { ReportAction, ReportView } from "@/lib/reports/report-view";
import { toDate } from "@/lib/time/instant";
import { clockTime, dateWords, type Place } from "@/lib/time/words";

interface OutcomeProps {
  report: ReportView;
  now: Date;
  place: Place;
}

const did: Record<ReportAction, string> = {
  review: "took this on",
  dismiss: "dismissed this",
  warn: "warned them",
  suspend: "suspended them",
  restore: "lifted the suspension",
};

/** What was decided, by whom, and what they noted. */
export function Outcome({ report, now, place }: OutcomeProps) {
  const { action, handledBy, handledAt, note } = report;
  if (!action || !handledAt) return null;
  const at = toDate(handledAt);
  return (
    <div className="mb-4 last:mb-0">
      <p>
        <span className="font-semibold">{handledBy ?? "A former moderator"}</span> {did[action]} on{" "}
        {dateWords(at, now, place)}, {clockTime(at, place)}.
      </p>
      {note ? (
        <p dir="auto" className="mt-2 whitespace-pre-line text-ink-soft">
          {note}
        </p>
      ) : null}
    </div>
  );
}
