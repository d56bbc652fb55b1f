import type { Metadata } from "next";
import { requireModeratorPage } from "@/app/(app)/viewer";
import { AdminPage } from "@/components/admin/admin-page";
import { LinkChips } from "@/components/admin/link-chips";
import { DataTable } from "@/components/admin/operate/data-table";
import { spanOf, spans } from "@/components/admin/operate/hours-choice";
import { countRequests } from "@/lib/operations/views/requests";

export const metadata: Metadata = { title: "Webhooks" };

const links = spans.map(({ key, name }) => ({ key, name, href: `/admin/webhooks?hours=${key}` }));
const isWebhook = (route: string) => route.includes(" /api/twilio/") && !route.endsWith("/token");

export default async function WebhooksPage({ searchParams }: PageProps<"/admin/webhooks">) {
  await requireModeratorPage();
  const span = spanOf((await searchParams).hours);
  const counts = (await countRequests(span.hours)).filter(({ route }) => isWebhook(route));
  return (
    <AdminPage title="Webhooks">
      <LinkChips label="How far back" links={links} current={span.key} />
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
