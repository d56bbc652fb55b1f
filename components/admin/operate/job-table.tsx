import { DataTable } from "@/components/admin/operate/data-table";
import type { Overview } from "@/lib/operations/views/overview";
import { toDate } from "@/lib/time/instant";
import { exactWhen, type Place } from "@/lib/time/words";

interface JobTableProps {
  jobs: Overview["jobs"];
  now: Date;
  place: Place;
}

const outcomeWords = (outcome: Record<string, unknown>) =>
  Object.entries(outcome)
    .filter(([, value]) => typeof value === "number" || typeof value === "boolean")
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");

/** The last run of each scheduled job. */
export function JobTable({ jobs, now, place }: JobTableProps) {
  return (
    <DataTable
      caption="Scheduled work, last runs"
      rows={jobs}
      keyOf={({ job }) => job}
      empty="Nothing has been run yet. A scheduler calls /api/cron/…, as docs/operations.md says."
      columns={[
        { name: "Job", cell: ({ job }) => job },
        {
          name: "Began",
          cell: ({ started_at }) => exactWhen(toDate(started_at), now, place),
        },
        {
          name: "Outcome",
          cell: ({ error, outcome, finished_at }) =>
            error ? (
              <span className="font-semibold text-danger">{error}</span>
            ) : finished_at ? (
              outcomeWords(outcome ?? {}) || "done"
            ) : (
              "running"
            ),
        },
      ]}
    />
  );
}
