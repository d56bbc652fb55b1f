"use client";

import { useMatches } from "@/components/chat/matches-context";
import { ThreadGone } from "@/components/chat/thread-gone";
import { ThreadUnreachable } from "@/components/chat/thread-unreachable";
import { MatchProfile } from "@/components/profile/match/match-profile";
import { MatchProfileSkeleton } from "@/components/profile/match/match-profile-skeleton";
import type { MatchProfile as Profile } from "@/lib/profiles/match-profile";

interface MatchProfileViewProps {
  matchId: string;
  profile: Profile;
}

/** The profile of a match that is in the list; one that is not, any more, is nobody's to see. */
export function MatchProfileView({ matchId, profile }: MatchProfileViewProps) {
  const { matches, failed } = useMatches();
  const match = matches?.find(({ id }) => id === matchId);
  if (match) return <MatchProfile match={match} profile={profile} />;
  if (matches === null && !failed) return <MatchProfileSkeleton />;
  return matches === null ? <ThreadUnreachable /> : <ThreadGone />;
}
