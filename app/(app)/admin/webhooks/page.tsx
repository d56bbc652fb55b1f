import type { Metadata } from "next";
import { requireModeratorPage } from "@/app/(app)/viewer";
import { AdminPage } from "@/components/admin/admin-page";
import { DataTable } from "@/components/admin/operate/data-table";
import { SpanChoice } from "@/components/admin/operate/span-choice";
import { spanOf } from "@/components/admin/operate/spans";
import { countRequests } from "@/lib/operations/views/requests";

export const metadata: Metadata = { title: "Webhooks" };

const isWebhook = (route: string) => route.includes(" /api/twilio/") && !route.endsWith("/token");

export default async function WebhooksPage({ searchParams }: PageProps<"/admin/webhooks">) {
  await requireModeratorPage();
  const span = spanOf((await searchParams).hours);
  const counts = (await countRequests(span.hours)).filter(({ route }) => isWebhook(route));
  return (
    <AdminPage title="Webhooks">
      <SpanChoice path="/admin/webhooks" current={span.key} />
      <p className="text-ink-soft">
        What Twilio has delivered. Refused are requests whose signature was wrong: a few come from
        curious strangers, many from a PUBLIC_URL or auth token that is not what Twilio has.
      </p>
      <DataTable
        caption="Webhooks by route"
        rows={counts}
        keyOf={({ route }) => route}
        empty="Nothing has been delivered in that time."
        columns={[
          { name: "Route", cell: ({ route }) => route.split("/api/twilio/")[1] },
          { name: "Delivered", cell: ({ requests }) => requests, isFigure: true },
          { name: "Failed", cell: ({ failed }) => failed, isFigure: true },
          { name: "Refused", cell: ({ refused }) => refused, isFigure: true },
          { name: "Mean", cell: ({ mean_ms }) => `${mean_ms} ms`, isFigure: true },
          { name: "Slowest", cell: ({ slowest_ms }) => `${slowest_ms} ms`, isFigure: true },
        ]}
      />
    </AdminPage>
  );
}
