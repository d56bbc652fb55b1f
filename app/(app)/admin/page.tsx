import type { Metadata } from "next";
import { readMoment } from "@/app/(app)/admin/moment";
import { requireModeratorPage } from "@/app/(app)/viewer";
import { AdminPage } from "@/components/admin/admin-page";
import { AlertList } from "@/components/admin/operate/alert-list";
import { AutoRefresh } from "@/components/admin/operate/auto-refresh";
import { Facts } from "@/components/admin/operate/facts";
import { JobTable } from "@/components/admin/operate/job-table";
import { percent } from "@/lib/calls/history/figure-words";
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
          { name: "Live calls", value: live, href: "/admin/calls?view=live" },
          {
            name: "Stuck calls",
            value: stuck,
            href: "/admin/calls?view=stuck",
            isBad: stuck > 0,
          },
          { name: "Calls in 24 hours", value: today, href: "/admin/calls" },
          { name: "Of them answered", value: today > 0 ? percent(answered / today) : "–" },
          { name: "Requests in an hour", value: requests.all, href: "/admin/limits?hours=1" },
          {
            name: "Of them failed",
            value: requests.failed,
            href: "/admin/limits?hours=1",
            isBad: requests.failed > 0,
          },
          { name: "Calls to compare with Twilio", value: to_check },
          { name: "Reports waiting", value: reports, href: "/admin/reports" },
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
