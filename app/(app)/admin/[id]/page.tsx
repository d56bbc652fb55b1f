import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { requireModeratorPage } from "@/app/(app)/viewer";
import { Appeal } from "@/components/admin/appeal";
import { Decision } from "@/components/admin/decision";
import { Evidence } from "@/components/admin/evidence";
import { Outcome } from "@/components/admin/outcome";
import { ReportFacts } from "@/components/admin/report-facts";
import { SettingsPage } from "@/components/settings/settings-page";
import { SettingsSection } from "@/components/settings/settings-section";
import { ApiError } from "@/lib/api/errors";
import { findReport } from "@/lib/reports/find-report";
import { reasonWords } from "@/lib/reports/reasons";
import { reportParams } from "@/lib/reports/report-fields";
import { placeCookie, readPlace } from "@/lib/time/place";

export const metadata: Metadata = { title: "Report" };

const list = { href: "/admin", name: "the reports" };

export default async function ReportPage({ params }: PageProps<"/admin/[id]">) {
  const { id: moderatorId } = await requireModeratorPage();
  const wanted = reportParams.safeParse(await params);
  if (!wanted.success) notFound();
  const report = await findReport(wanted.data.id, moderatorId).catch((error: unknown) => {
    if (error instanceof ApiError && error.code === "not_found") return notFound();
    throw error;
  });
  const place = readPlace((await cookies()).get(placeCookie)?.value);
  const moment = { now: new Date(), place };
  const isSettled = report.state === "actioned" || report.state === "dismissed";
  return (
    <SettingsPage title={reasonWords[report.reason]} back={list}>
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
    </SettingsPage>
  );
}
