import { requireViewer } from "@/app/(app)/viewer";

/** Asks who it is before the thread's skeleton is sent, so that a stranger gets a real redirect. */
export default async function ThreadLayout({
  children,
  params,
}: LayoutProps<"/matches/[matchId]">) {
  const { matchId } = await params;
  await requireViewer(`/matches/${encodeURIComponent(matchId)}`);
  return children;
}
