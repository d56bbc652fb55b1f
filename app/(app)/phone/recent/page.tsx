import type { Metadata } from "next";
import { requireViewer } from "@/app/(app)/viewer";
import { RecentList } from "@/components/phone/recent/recent-list";
import { fetchRecentCalls } from "@/lib/calls/recent/queries";
import { createServerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Recent calls" };

export default async function RecentPage() {
  const { id } = await requireViewer("/phone/recent");
  const client = await createServerClient();
  // The browser can fetch the list too, so that its failure need not take the page along.
  const page = await fetchRecentCalls(client, { me: id }).catch(() => null);
  return <RecentList me={id} initial={page} />;
}
