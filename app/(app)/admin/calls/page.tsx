import type { Metadata } from "next";
import Link from "next/link";
import { readMoment } from "@/app/(app)/admin/moment";
import { requireModeratorPage } from "@/app/(app)/viewer";
import { AdminPage } from "@/components/admin/admin-page";
import { LinkChips } from "@/components/admin/link-chips";
import { AutoRefresh } from "@/components/admin/operate/auto-refresh";
import { CallBadge } from "@/components/admin/operate/call-badge";
import { DataTable } from "@/components/admin/operate/data-table";
import { buttonClass } from "@/components/ui/button-class";
import { type CallView, callViews, listCallsOf } from "@/lib/operations/views/calls";
import { formatDuration } from "@/lib/time/duration";
import { toDate } from "@/lib/time/instant";
import { exactWhen } from "@/lib/time/words";

export const metadata: Metadata = { title: "Calls" };

const links = callViews.map(({ key, name }) => ({ key, name, href: `/admin/calls?view=${key}` }));

const nothing: Record<CallView, string> = {
  recent: "Nobody has called yet.",
  live: "Nobody is in a call at the moment.",
  stuck: "No call is stuck: each has ended or is as it should be.",
  reconciled:
    "No call of the last 30 days had to be put right: every webhook that mattered has come.",
  failed: "No call has failed in the last 30 days.",
};

export default async function AdminCallsPage({ searchParams }: PageProps<"/admin/calls">) {
  await requireModeratorPage();
  const wanted = await searchParams;
  const view = callViews.find(({ key }) => key === wanted.view) ?? callViews[0];
  const before = typeof wanted.before === "string" ? wanted.before : "";
  const known = Number.isNaN(Date.parse(before)) ? undefined : before;
  const [{ calls, next }, { now, place }] = await Promise.all([
    listCallsOf(view.key, known),
    readMoment(),
  ]);
  return (
    <AdminPage title="Calls">
      <LinkChips label="Which calls" links={links} current={view.key} />
      <DataTable
        caption={`Calls, ${view.name.toLowerCase()}`}
        rows={calls}
        keyOf={({ sid }) => sid}
        empty={nothing[view.key]}
        columns={[
          {
            name: "Call",
            cell: ({ sid, caller, callees, kind }) => (
              <Link href={`/admin/calls/${sid}`} className="block py-1 text-link">
                {caller} to {callees.join(", ") || "a telephone"}
                <span className="block text-xs text-ink-soft">{kind}</span>
              </Link>
            ),
          },
          { name: "Status", cell: (call) => <CallBadge {...call} /> },
          {
            name: "Began",
            cell: ({ started_at }) => exactWhen(toDate(started_at), now, place),
          },
          {
            name: "Talk",
            cell: ({ duration_seconds: seconds }) => (seconds ? formatDuration(seconds) : "–"),
            isFigure: true,
          },
          { name: "Ended by", cell: ({ end_reason }) => end_reason ?? "" },
          { name: "Error", cell: ({ error_code }) => error_code ?? "", isFigure: true },
        ]}
      />
      {next ? (
        <Link
          href={`/admin/calls?view=${view.key}&before=${encodeURIComponent(next)}`}
          className={buttonClass("quiet", "self-center")}
        >
          Older calls
        </Link>
      ) : null}
      <AutoRefresh seconds={15} />
    </AdminPage>
  );
}
