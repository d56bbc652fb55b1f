import { NothingHere } from "@/components/admin/operate/nothing-here";
import type { Overview } from "@/lib/operations/views/overview";
import { toDate } from "@/lib/time/instant";
import { exactWhen, type Place } from "@/lib/time/words";

interface AlertListProps {
  alerts: Overview["alerts"];
  now: Date;
  place: Place;
}

/** What is wrong, and what was within a day. */
export function AlertList({ alerts, now, place }: AlertListProps) {
  if (alerts.length === 0) return <NothingHere>All is well: no alert fires.</NothingHere>;
  return (
    <ul className="divide-y divide-line rounded-card bg-surface px-5 py-1 shadow-lift">
      {alerts.map(({ rule, subject, sentence, since, resolved_at }) => (
        <li key={`${rule} ${subject} ${since}`} className="flex flex-col gap-0.5 py-2.5">
          <span className="flex flex-wrap items-baseline justify-between gap-x-3">
            <span className={`font-semibold ${resolved_at ? "text-ink-soft" : "text-danger"}`}>
              {resolved_at ? "Resolved" : "Firing"}: {rule}
              {subject ? `, ${subject}` : ""}
            </span>
            <time dateTime={since} className="text-sm text-ink-soft">
              since {exactWhen(toDate(since), now, place)}
            </time>
          </span>
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  );
}
