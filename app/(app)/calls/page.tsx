import type { Metadata } from "next";
import { requireViewer } from "@/app/(app)/viewer";
import { CallHistory } from "@/components/calls/call-history";
import { CallsHeader } from "@/components/calls/calls-header";
import { readFilters, wantedBy } from "@/lib/calls/history/filters";
import { listCalls } from "@/lib/calls/list-calls";
import { createServerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Calls" };

export default async function CallsPage({ searchParams }: PageProps<"/calls">) {
  await requireViewer("/calls");
  const address = Object.entries(await searchParams).map(([name, value]) => [name, String(value)]);
  const filters = readFilters(new URLSearchParams(address));
  const client = await createServerClient();
  // The browser can fetch the list too, so that its failure need not take the page along.
  const page = await listCalls(client, wantedBy(filters)).catch(() => null);
  return (
    <>
      <CallsHeader />
      <CallHistory key={JSON.stringify(filters)} served={{ filters, page }} />
    </>
  );
}
