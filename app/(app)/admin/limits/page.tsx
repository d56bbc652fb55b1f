import type { Metadata } from "next";
import { requireModeratorPage } from "@/app/(app)/viewer";
import { AdminPage } from "@/components/admin/admin-page";
import { LinkChips } from "@/components/admin/link-chips";
import { DataTable } from "@/components/admin/operate/data-table";
import { spanOf, spans } from "@/components/admin/operate/hours-choice";
import { countRequests } from "@/lib/operations/views/requests";

export const metadata: Metadata = { title: "Requests" };

const links = spans.map(({ key, name }) => ({ key, name, href: `/admin/limits?hours=${key}` }));

export default async function RequestsPage({ searchParams }: PageProps<"/admin/limits">) {
  await requireModeratorPage();
  const span = spanOf((await searchParams).hours);
  const counts = await countRequests(span.hours);
  return (
    <AdminPage title="Requests">
      <LinkChips label="How far back" links={links} current={span.key} />
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
