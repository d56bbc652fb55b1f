import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readMoment } from "@/app/(app)/admin/moment";
import { requireModeratorPage } from "@/app/(app)/viewer";
import { AdminPage } from "@/components/admin/admin-page";
import { Appeal } from "@/components/admin/appeal";
import { Decision } from "@/components/admin/decision";
import { Evidence } from "@/components/admin/evidence";
import { Outcome } from "@/components/admin/outcome";
import { ReportFacts } from "@/components/admin/report-facts";
import { SettingsSection } from "@/components/settings/settings-section";
import { ApiError } from "@/lib/api/errors";
import { findReport } from "@/lib/reports/find-report";
import { reasonWords } from "@/lib/reports/reasons";
import { reportParams } from "@/lib/reports/report-fields";

export const metadata: Metadata = { title: "Report" };

export default async function ReportPage({ params }: PageProps<"/admin/reports/[id]">) {
  const { id: moderatorId } = await requireModeratorPage();
  const wanted = reportParams.safeParse(await params);
  if (!wanted.success) notFound();
  const report = await findReport(wanted.data.id, moderatorId).catch((error: unknown) => {
    if (error instanceof ApiError && error.code === "not_found") return notFound();
    throw error;
  });
  const moment = await readMoment();
  const isSettled = report.state === "actioned" || report.state === "dismissed";
  return (
    <AdminPage title={reasonWords[report.reason]}>
      <SettingsSection title="Report">
        <ReportFacts report={report} {...moment} />
      </SettingsSection>
      <SettingsSection title="Evidence">
        <Evidence report={report} {...moment} />
      </SettingsSection>
      <SettingsSection title="Decision">
        {isSettled || report.handledBy ? <Outcome report={report} {...moment} /> : null}
        {isSettled && report.reported?.suspended ? <Appeal reportId={report.id} /> : null}
        {isSettled ? null : (
          <Decision
            reportId={report.id}
            state={report.state}
            name={report.reported?.name ?? null}
          />
        )}
      </SettingsSection>
    </AdminPage>
  );
}
