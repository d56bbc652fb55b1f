import { Avatar } from "@/components/ui/avatar";
import { AvatarStack } from "@/components/ui/avatar-stack";
import { matchName } from "@/lib/chat/match-name";
import type { MatchSummary } from "@/lib/chat/types";

interface MatchAvatarProps {
  match: MatchSummary;
  /** Edge length in CSS pixels. */
  size: number;
  /** Shown for one person; a group is never online as a whole. */
  online?: boolean;
}

/** The picture of a match: the other person, or several of a group. */
export function MatchAvatar({ match, size, online = false }: MatchAvatarProps) {
  if (match.isGroup && match.people.length > 1) {
    return <AvatarStack people={match.people} size={size} />;
  }
  const person = match.people[0];
  return (
    <Avatar
      profileId={person?.id ?? match.id}
      picture={person?.picture}
      name={person?.name ?? matchName(match)}
      size={size}
      online={online && !match.isGroup}
    />
  );
}
