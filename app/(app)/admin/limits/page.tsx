import type { Metadata } from "next";
import { requireModeratorPage } from "@/app/(app)/viewer";
import { AdminPage } from "@/components/admin/admin-page";
import { DataTable } from "@/components/admin/operate/data-table";
import { SpanChoice } from "@/components/admin/operate/span-choice";
import { spanOf } from "@/components/admin/operate/spans";
import { countRequests } from "@/lib/operations/views/requests";

export const metadata: Metadata = { title: "Requests" };

export default async function RequestsPage({ searchParams }: PageProps<"/admin/limits">) {
  await requireModeratorPage();
  const span = spanOf((await searchParams).hours);
  const counts = await countRequests(span.hours);
  return (
    <AdminPage title="Requests">
      <SpanChoice path="/admin/limits" current={span.key} />
      <p className="text-ink-soft">
        Every route that was called, with those requests that met a limit. Who it was stands in the
        logs, as a keyed hash.
      </p>
      <DataTable
        caption="Requests by route"
        rows={counts.toSorted((a, b) => b.limited - a.limited || b.requests - a.requests)}
        keyOf={({ route }) => route}
        empty="Nothing has been asked for in that time."
        columns={[
          { name: "Route", cell: ({ route }) => route },
          { name: "Requests", cell: ({ requests }) => requests, isFigure: true },
          { name: "Met a limit", cell: ({ limited }) => limited, isFigure: true },
          { name: "Failed", cell: ({ failed }) => failed, isFigure: true },
          { name: "Mean", cell: ({ mean_ms }) => `${mean_ms} ms`, isFigure: true },
          { name: "Slowest", cell: ({ slowest_ms }) => `${slowest_ms} ms`, isFigure: true },
        ]}
      />
    </AdminPage>
  );
}
