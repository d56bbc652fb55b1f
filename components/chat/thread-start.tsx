import { MatchAvatar } from "@/components/chat/match-avatar";
import { listNames, matchName } from "@/lib/chat/match-name";
import type { MatchSummary } from "@/lib/chat/types";

/** The top of a thread: who can read it, and a nudge when nobody has written. */
export function ThreadStart({ match, empty }: { match: MatchSummary; empty: boolean }) {
  const words = match.isGroup
    ? (match.title ?? `You, ${listNames(match.people)}`)
    : `You and ${matchName(match)} matched`;
  return (
    <div className="flex flex-col items-center gap-2 px-6 pt-6 pb-4 text-center">
      <MatchAvatar match={match} size={88} />
      <p dir="auto" className="mt-1 font-display text-xl font-bold tracking-tight">
        {words}
      </p>
      <p className="max-w-xs text-sm text-ink-soft">
        {empty
          ? "Say hello. One honest question beats ten clever ones."
          : "Your numbers stay private, in chat and in calls."}
      </p>
    </div>
  );
}
