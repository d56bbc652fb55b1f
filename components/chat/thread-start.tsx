import { Avatar } from "@/components/ui/avatar";
import { matchName } from "@/lib/chat/match-name";
import type { MatchSummary } from "@/lib/chat/types";

/** The top of a thread: whom the viewer has matched with, and a nudge when nobody has written. */
export function ThreadStart({ match, empty }: { match: MatchSummary; empty: boolean }) {
  const name = matchName(match);
  return (
    <div className="flex flex-col items-center gap-2 px-6 pt-6 pb-4 text-center">
      <Avatar profileId={match.people[0]?.id ?? match.id} name={name} size={88} />
      <p className="mt-1 font-display text-xl font-bold tracking-tight">You and {name} matched</p>
      <p className="max-w-xs text-sm text-ink-soft">
        {empty
          ? "Say hello. One honest question beats ten clever ones."
          : "Your numbers stay private, in chat and in calls."}
      </p>
    </div>
  );
}
