"use client";

import { useRouter } from "next/navigation";
import { PeopleDialog } from "@/components/chat/group/people-dialog";
import { useMatches } from "@/components/chat/matches-context";
import { textOf } from "@/lib/fields";
import { callApi } from "@/lib/http/call-api";
import { groupSize } from "@/lib/matches/group-size";

interface NewGroupDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** A match whose person is chosen already. */
  matchId?: string;
}

const most = groupSize - 1;
const nobody = {
  title: "You need two matches",
  words: "A group brings two or more of your matches together. Come back when there is one more.",
};

/** Starts a group with people of one's matches and opens its chat. */
export function NewGroupDialog({ open, onOpenChange, matchId }: NewGroupDialogProps) {
  const router = useRouter();
  const { matches, refresh } = useMatches();
  const choices = (matches ?? []).filter(({ isGroup }) => !isGroup);

  async function submit(matchIds: string[], title: string): Promise<string | null> {
    const answer = await callApi("POST", "/api/matches", { matchIds, title });
    if (!answer.ok) return answer.error.message;
    await refresh();
    onOpenChange(false);
    router.push(`/matches/${textOf(answer.data.matchId) ?? ""}`);
    return null;
  }

  return (
    <PeopleDialog
      open={open}
      onOpenChange={onOpenChange}
      title={matchId ? "Start a double date" : "New group"}
      description={`Choose two or more of your matches, ${most} at most. They will see each other's profiles.`}
      verb="Start group"
      choices={choices}
      preselected={matchId}
      min={2}
      max={most}
      nobody={choices.length < 2 ? nobody : null}
      named
      submit={submit}
    />
  );
}
