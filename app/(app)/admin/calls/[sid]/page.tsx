import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readMoment } from "@/app/(app)/admin/moment";
import { requireModeratorPage } from "@/app/(app)/viewer";
import { AdminPage } from "@/components/admin/admin-page";
import { CallBadge } from "@/components/admin/operate/call-badge";
import { CallSummary } from "@/components/admin/operate/call-summary";
import { EventTable } from "@/components/admin/operate/event-table";
import { LegTable } from "@/components/admin/operate/leg-table";
import { readCall } from "@/lib/operations/views/calls";

export const metadata: Metadata = { title: "Call" };

export default async function AdminCallPage({ params }: PageProps<"/admin/calls/[sid]">) {
  await requireModeratorPage();
  const [call, moment] = await Promise.all([readCall((await params).sid), readMoment()]);
  if (!call) notFound();
  return (
    <AdminPage title={`A ${call.kind} call`}>
      <CallBadge {...call} reconciled={call.events.some(({ source }) => source === "reconcile")} />
      <CallSummary call={call} {...moment} />
      <h2 className="text-xl font-bold">Legs</h2>
      <LegTable legs={call.legs} place={moment.place} />
      <h2 className="text-xl font-bold">Events</h2>
      <EventTable
        events={call.events}
        legs={call.legs}
        startedAt={call.started_at}
        place={moment.place}
      />
    </AdminPage>
  );
}
