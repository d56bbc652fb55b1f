import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireViewer } from "@/app/(app)/viewer";
import { ThreadView } from "@/components/chat/thread-view";
import { fetchPage } from "@/lib/chat/queries";
import { createServerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Chat" };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export default async function ThreadPage({ params }: PageProps<"/matches/[matchId]">) {
  const { matchId } = await params;
  await requireViewer(`/matches/${encodeURIComponent(matchId)}`);
  if (!uuid.test(matchId)) notFound();
  const page = await fetchPage(await createServerClient(), { matchId });
  return <ThreadView key={matchId} matchId={matchId} page={page} />;
}
