import type { Metadata } from "next";
import Link from "next/link";
import { readMoment } from "@/app/(app)/admin/moment";
import { requireModeratorPage } from "@/app/(app)/viewer";
import { AdminPage } from "@/components/admin/admin-page";
import { ReportFilter, reportViews } from "@/components/admin/report-filter";
import { ReportLine } from "@/components/admin/report-line";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { listReports } from "@/lib/reports/list-reports";

export const metadata: Metadata = { title: "Moderation" };

const pageLength = 25;

export default async function ReportsPage({ searchParams }: PageProps<"/admin/reports">) {
  const { id: moderatorId } = await requireModeratorPage();
  const wanted = await searchParams;
  const view = reportViews.find(({ key }) => key === wanted.view) ?? reportViews[0];
  const before = typeof wanted.before === "string" ? wanted.before : undefined;
  const { reports, next } = await listReports({
    moderatorId,
    states: view.states,
    limit: pageLength,
    before: Number.isNaN(Date.parse(before ?? "")) ? undefined : before,
  });
  const { now, place } = await readMoment();
  return (
    <AdminPage title="Reports">
      <ReportFilter current={view.key} />
      {reports.length === 0 ? (
        <EmptyState title={view.key === "waiting" ? "Nothing waits" : "No reports here"}>
          <p>New reports stand at the top of this list.</p>
        </EmptyState>
      ) : (
        <ul
          aria-label="Reports"
          className="divide-y divide-line overflow-hidden rounded-card bg-surface shadow-lift"
        >
          {reports.map((report) => (
            <ReportLine key={report.id} report={report} now={now} place={place} />
          ))}
        </ul>
      )}
      {next ? (
        <Link
          href={`/admin/reports?view=${view.key}&before=${encodeURIComponent(next)}`}
          className={buttonClass("quiet", "self-center")}
        >
          Older reports
        </Link>
      ) : null}
    </AdminPage>
  );
}
