"use client";

import { useMatches } from "@/components/chat/matches-context";
import { Thread } from "@/components/chat/thread";
import { ThreadGone } from "@/components/chat/thread-gone";
import { ThreadSkeleton } from "@/components/chat/thread-skeleton";
import { ThreadUnreachable } from "@/components/chat/thread-unreachable";
import type { NewestPage } from "@/lib/chat/thread-state";

interface ThreadViewProps {
  matchId: string;
  page: NewestPage;
}

/** The thread of a match that is in the list; a match that is not cannot be talked to. */
export function ThreadView({ matchId, page }: ThreadViewProps) {
  const { matches, failed } = useMatches();
  const match = matches?.find(({ id }) => id === matchId);
  if (match) return <Thread match={match} page={page} />;
  if (matches === null && !failed) return <ThreadSkeleton />;
  return matches === null ? <ThreadUnreachable /> : <ThreadGone />;
}
