import Link from "next/link";
import { StateBadge } from "@/components/admin/state-badge";
import { reasonWords } from "@/lib/reports/reasons";
import type { ReportSummary } from "@/lib/reports/report-view";
import { toDate } from "@/lib/time/instant";
import { type Place, shortWhen } from "@/lib/time/words";

interface ReportLineProps {
  report: ReportSummary;
  now: Date;
  place: Place;
}

/** A line of the list of reports. */
export function ReportLine({ report, now, place }: ReportLineProps) {
  const { id, state, reason, excerpt, createdAt, reported } = report;
  return (
    <li>
      <Link
        href={`/admin/reports/${id}`}
        className="flex min-h-18 flex-col gap-1 px-4 py-3 transition-colors duration-150 hover:bg-sunken md:px-5"
      >
        <span className="flex items-center gap-2">
          <span className="font-semibold">{reasonWords[reason]}</span>
          <StateBadge state={state} />
          <time dateTime={createdAt} className="ml-auto shrink-0 text-sm text-ink-soft">
            {shortWhen(toDate(createdAt), now, place)}
          </time>
        </span>
        <span dir="auto" className="truncate text-sm text-ink-soft">
          {reported ? reported.name : "Former member"}
          {reported?.suspended ? " (suspended)" : ""}
          {excerpt ? `: ${excerpt}` : ""}
        </span>
      </Link>
    </li>
  );
}
