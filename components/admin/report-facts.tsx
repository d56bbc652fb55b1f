import { StateBadge } from "@/components/admin/state-badge";
import type { ReportView } from "@/lib/reports/report-view";
import { toDate } from "@/lib/time/instant";
import { clockTime, dateWords, type Place } from "@/lib/time/words";

interface ReportFactsProps {
  report: ReportView;
  now: Date;
  place: Place;
}

/** Who reported whom, when, and in which words. */
export function ReportFacts({ report, now, place }: ReportFactsProps) {
  const { reported, reporter, createdAt, details, call, others, state } = report;
  const at = toDate(createdAt);
  const facts = [
    ["About", named(reported)],
    ["By", named(reporter)],
    ["When", `${dateWords(at, now, place)}, ${clockTime(at, place)}`],
    ["Call", call && `${call.kind}, ${call.durationSeconds ?? 0} s`],
    ["Before", others > 0 && `${others} other ${others === 1 ? "report" : "reports"} about them`],
  ].filter(([, words]) => words);
  return (
    <>
      <StateBadge state={state} />
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-5 gap-y-1.5">
        {facts.map(([term, words]) => (
          <div key={String(term)} className="contents">
            <dt className="text-ink-soft">{term}</dt>
            <dd dir="auto" className="min-w-0 font-medium">
              {words}
            </dd>
          </div>
        ))}
      </dl>
      {details ? (
        <p
          dir="auto"
          className="mt-4 rounded-2xl bg-sunken px-4 py-3 wrap-anywhere whitespace-pre-line"
        >
          {details}
        </p>
      ) : null}
    </>
  );
}

function named(person: ReportView["reported"]): string {
  if (!person) return "Former member";
  return person.suspended ? `${person.name}, suspended` : person.name;
}
