import type { Metadata } from "next";
import { requireViewer } from "@/app/(app)/viewer";
import { ThreadView } from "@/components/chat/thread-view";
import { firstPage } from "./first-page";

export const metadata: Metadata = { title: "Chat" };

export default async function ThreadPage({ params }: PageProps<"/matches/[matchId]">) {
  const { matchId } = await params;
  await requireViewer(`/matches/${encodeURIComponent(matchId)}`);
  return <ThreadView key={matchId} matchId={matchId} page={await firstPage(matchId)} />;
}
