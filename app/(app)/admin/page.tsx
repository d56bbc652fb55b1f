import type { Metadata } from "next";
import Link from "next/link";
import { readMoment } from "@/app/(app)/admin/moment";
import { requireModeratorPage } from "@/app/(app)/viewer";
import { AdminPage } from "@/components/admin/admin-page";
import { AlertList } from "@/components/admin/operate/alert-list";
import { AutoRefresh } from "@/components/admin/operate/auto-refresh";
import { Facts } from "@/components/admin/operate/facts";
import { JobTable } from "@/components/admin/operate/job-table";
import { readOverview } from "@/lib/operations/views/overview";

export const metadata: Metadata = { title: "Operation" };

export default async function OverviewPage() {
  await requireModeratorPage();
  const [overview, moment] = await Promise.all([readOverview(), readMoment()]);
  const { live, stuck, today, answered, to_check, reports, requests, alerts, jobs } = overview;
  return (
    <AdminPage title="Operation">
      <Facts
        facts={[
          { name: "Live calls", value: <Link href="/admin/calls?view=live">{live}</Link> },
          {
            name: "Stuck",
            value: <Link href="/admin/calls?view=stuck">{stuck}</Link>,
            isBad: stuck > 0,
          },
          { name: "Calls in 24 hours", value: today },
          {
            name: "Answered",
            value: today > 0 ? `${Math.round((100 * answered) / today)} %` : "–",
          },
          { name: "Requests in an hour", value: requests.all },
          { name: "Failed", value: requests.failed, isBad: requests.failed > 0 },
          { name: "Calls to check", value: to_check },
          { name: "Reports waiting", value: <Link href="/admin/reports">{reports}</Link> },
        ]}
      />
      <h2 className="text-xl font-bold">Alerts</h2>
      <AlertList alerts={alerts} {...moment} />
      <h2 className="text-xl font-bold">Scheduled work</h2>
      <JobTable jobs={jobs} {...moment} />
      <AutoRefresh seconds={30} />
    </AdminPage>
  );
}
