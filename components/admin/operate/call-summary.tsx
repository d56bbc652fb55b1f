import type { CallDetails } from "@/lib/operations/views/calls";
import { formatDuration } from "@/lib/time/duration";
import { toDate } from "@/lib/time/instant";
import { exactWhen, type Place } from "@/lib/time/words";

interface CallSummaryProps {
  call: CallDetails;
  now: Date;
  place: Place;
}

/** What is known of a call, and whether it will be compared with the provider. */
export function CallSummary({ call, now, place }: CallSummaryProps) {
  const when = (at: string | null) => (at ? exactWhen(toDate(at), now, place) : null);
  const facts = [
    ["SID", call.sid],
    ["Began", when(call.started_at)],
    ["Answered", when(call.answered_at) ?? "never"],
    ["Ended", when(call.ended_at) ?? "not yet"],
    ["Talk", call.duration_seconds === null ? null : formatDuration(call.duration_seconds)],
    ["Ended by", call.end_reason],
    ["Error", call.error_code],
    ["Next check", when(call.check_due_at) ?? "none is needed"],
  ] as const;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-1.5 rounded-card bg-surface p-5 shadow-lift">
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="break-all tabular-nums">{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
