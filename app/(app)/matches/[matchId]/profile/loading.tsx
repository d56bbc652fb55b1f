import { MatchProfileSkeleton } from "@/components/profile/match/match-profile-skeleton";

export default function LoadingMatchProfile() {
  return <MatchProfileSkeleton />;
}
