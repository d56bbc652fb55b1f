"use client";

import { PeopleDialog } from "@/components/chat/group/people-dialog";
import { useMatches } from "@/components/chat/matches-context";
import type { MatchSummary } from "@/lib/chat/types";
import { callApi } from "@/lib/http/call-api";
import { groupSize } from "@/lib/matches/group-size";

interface AddPeopleDialogProps {
  group: MatchSummary;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Brings more of one's matches into a group. */
export function AddPeopleDialog({ group, open, onOpenChange }: AddPeopleDialogProps) {
  const { matches, refresh } = useMatches();
  const here = new Set(group.people.map(({ id }) => id));
  const choices = (matches ?? []).filter(
    ({ isGroup, people }) => !isGroup && !people.some(({ id }) => here.has(id)),
  );
  const room = groupSize - 1 - group.people.length;

  async function submit(matchIds: string[]): Promise<string | null> {
    const answer = await callApi("POST", `/api/matches/${group.id}/members`, { matchIds });
    if (!answer.ok) return answer.error.message;
    await refresh();
    onOpenChange(false);
    return null;
  }

  return (
    <PeopleDialog
      open={open}
      onOpenChange={onOpenChange}
      title="Add people"
      description={`Room for ${room} more. They read what is written from now on.`}
      verb="Add"
      choices={choices}
      min={1}
      max={room}
      nobody={whyNobody(room, choices.length)}
      submit={submit}
    />
  );
}

function whyNobody(room: number, choices: number) {
  if (room <= 0)
    return { title: "This group is full", words: "A group has room for eight people." };
  if (choices > 0) return null;
  return { title: "Nobody left to add", words: "All of your matches are in this group already." };
}
