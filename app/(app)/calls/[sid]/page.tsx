import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireViewer } from "@/app/(app)/viewer";
import { CallDetails } from "@/components/calls/call-details";
import { ApiError } from "@/lib/api/errors";
import { presentCall } from "@/lib/calls/call-view";
import { findMyCall } from "@/lib/calls/find-my-call";
import { providerSid } from "@/lib/calls/webhook-fields";
import { listRecordings } from "@/lib/recordings/list";
import { createServerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Call details" };

export default async function CallPage({ params }: PageProps<"/calls/[sid]">) {
  const { sid } = await params;
  const { id } = await requireViewer(`/calls/${encodeURIComponent(sid)}`);
  if (!providerSid.safeParse(sid).success) notFound();
  const client = await createServerClient();
  const call = await findMyCall(client, sid).catch((error: unknown) => {
    if (error instanceof ApiError && error.code === "not_found") notFound();
    throw error;
  });
  const { recordings } = await listRecordings(client, {
    ...{ profileId: id, callId: call.id, limit: 20 },
  });
  return <CallDetails key={sid} initial={{ call: presentCall(call), recordings }} />;
}
