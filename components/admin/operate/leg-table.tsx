import { DataTable } from "@/components/admin/operate/data-table";
import { LegSid } from "@/components/admin/operate/leg-sid";
import type { CallDetails } from "@/lib/operations/views/calls";
import { toDate } from "@/lib/time/instant";
import { exactTime, type Place } from "@/lib/time/words";

/** Who was in a call, from when to when, and what it cost. */
export function LegTable({ legs, place }: { legs: CallDetails["legs"]; place: Place }) {
  const time = (at: string | null) => (at ? exactTime(toDate(at), place) : "–");
  return (
    <DataTable
      caption="Legs"
      rows={legs}
      keyOf={({ sid, role, name }) => sid ?? `${role} ${name}`}
      empty="No legs."
      columns={[
        {
          name: "Leg",
          cell: ({ name, role, sid }) => (
            <>
              {name ?? "A telephone"}, {role}
              <LegSid>{sid ?? "never dialled"}</LegSid>
            </>
          ),
        },
        { name: "Status", cell: ({ status }) => status },
        { name: "Joined", cell: ({ joined_at }) => time(joined_at) },
        { name: "Left", cell: ({ left_at }) => time(left_at) },
        {
          name: "Cost",
          cell: ({ price, currency }) => (price === null ? "–" : `${price} ${currency}`),
          isFigure: true,
        },
      ]}
    />
  );
}
