import type { Metadata } from "next";
import { readMoment } from "@/app/(app)/admin/moment";
import { requireModeratorPage } from "@/app/(app)/viewer";
import { AdminPage } from "@/components/admin/admin-page";
import { DataTable } from "@/components/admin/operate/data-table";
import { listNumbers } from "@/lib/operations/views/numbers";
import { toDate } from "@/lib/time/instant";
import { dateWords, shortWhen } from "@/lib/time/words";

export const metadata: Metadata = { title: "Numbers" };

export default async function AdminNumbersPage() {
  await requireModeratorPage();
  const [numbers, { now, place }] = await Promise.all([listNumbers(), readMoment()]);
  return (
    <AdminPage title="Numbers">
      <p className="text-ink-soft">
        The account’s numbers: those of the pool with the pairs that they are lent to, and those
        that people have bought.
      </p>
      <DataTable
        caption="Numbers and relays"
        rows={numbers}
        keyOf={({ number }) => number}
        empty="No numbers yet. The pool is TWILIO_POOL_NUMBERS; a number stands here once it is lent."
        columns={[
          { name: "Number", cell: ({ number }) => number },
          { name: "Whose", cell: ({ owner }) => owner ?? "the pool" },
          { name: "Live relays", cell: ({ live_relays }) => live_relays, isFigure: true },
          {
            name: "Last call",
            cell: ({ last_call_at: at }) => (at ? shortWhen(toDate(at), now, place) : "none"),
          },
          { name: "Since", cell: ({ created_at }) => dateWords(toDate(created_at), now, place) },
        ]}
      />
    </AdminPage>
  );
}
