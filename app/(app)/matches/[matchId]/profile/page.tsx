import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { requireViewer } from "@/app/(app)/viewer";
import { MatchProfileView } from "@/components/profile/match/match-profile-view";
import { matchProfile } from "@/lib/profiles/match-profile";
import { createServerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Profile" };

export default async function MatchProfilePage({
  params,
}: PageProps<"/matches/[matchId]/profile">) {
  const { matchId } = await params;
  const { id: viewerId } = await requireViewer(`/matches/${encodeURIComponent(matchId)}/profile`);
  if (!z.uuid().safeParse(matchId).success) notFound();
  const profile = await matchProfile(await createServerClient(), { matchId, viewerId });
  if (!profile) notFound();
  return <MatchProfileView key={matchId} matchId={matchId} profile={profile} />;
}
