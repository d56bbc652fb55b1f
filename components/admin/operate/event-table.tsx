import { DataTable } from "@/components/admin/operate/data-table";
import { LegSid } from "@/components/admin/operate/leg-sid";
import type { CallDetails } from "@/lib/operations/views/calls";
import { toDate } from "@/lib/time/instant";
import { exactTime, type Place } from "@/lib/time/words";

interface EventTableProps {
  events: CallDetails["events"];
  legs: CallDetails["legs"];
  /** ISO 8601 */
  startedAt: string;
  place: Place;
}

/** The audit log of a call: what the provider said, when it happened and how late we heard. */
export function EventTable({ events, legs, startedAt, place }: EventTableProps) {
  const began = toDate(startedAt).getTime();
  const nameOf = (leg: string) => {
    const name = legs.find(({ sid }) => sid === leg)?.name;
    return name ? `, ${name}` : null;
  };
  return (
    <DataTable
      caption="Events"
      rows={events}
      keyOf={({ leg, event, occurred_at, received_at }) =>
        `${leg} ${event} ${occurred_at} ${received_at}`
      }
      empty="Nothing has been heard of it."
      columns={[
        {
          name: "Event",
          cell: ({ event, leg }) => (
            <>
              {event}
              {nameOf(leg)}
              <LegSid>{leg}</LegSid>
            </>
          ),
        },
        { name: "Status", cell: ({ status }) => status },
        {
          name: "Happened",
          cell: ({ occurred_at: at }) =>
            `${exactTime(toDate(at), place)} (${after(toDate(at).getTime() - began)})`,
        },
        {
          name: "Heard after",
          cell: ({ occurred_at, received_at }) =>
            seconds(toDate(received_at).getTime() - toDate(occurred_at).getTime()),
          isFigure: true,
        },
        { name: "Source", cell: ({ source }) => source },
        { name: "No.", cell: ({ sequence }) => sequence ?? "", isFigure: true },
      ]}
    />
  );
}

const after = (ms: number) => `${ms < 0 ? "" : "+"}${seconds(ms)}`;
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
