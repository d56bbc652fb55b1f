"use client";

import { ArrowLeft } from "lucide-react";
import { CallButtons } from "@/components/call/call-buttons";
import { roomMatch } from "@/components/call/room-match";
import { MatchAvatar } from "@/components/chat/match-avatar";
import { ThreadMenu } from "@/components/chat/thread-menu";
import { useMatchPresence } from "@/components/chat/use-presence";
import { iconButtonClass } from "@/components/ui/button-class";
import { PageLink } from "@/components/ui/page-link";
import { matchName } from "@/lib/chat/match-name";
import type { MatchSummary } from "@/lib/chat/types";

/** Who this is, whether they are here, and what can be done. */
export function ThreadHeader({ match }: { match: MatchSummary }) {
  const { online, words } = useMatchPresence(match);
  return (
    <header className="safe-top z-10 border-b border-line bg-surface">
      <div className="flex h-16 items-center gap-1 pr-2 pl-1 md:pl-5">
        <PageLink href="/matches" className={iconButtonClass("md:hidden")}>
          <ArrowLeft aria-hidden="true" size={22} />
          <span className="sr-only">Back to matches</span>
        </PageLink>
        <div className="relative flex min-w-0 flex-1 items-center gap-2 rounded-2xl">
          <MatchAvatar match={match} size={42} online={online} />
          <div className="min-w-0 flex-1">
            <h1 dir="auto" className="truncate text-lg leading-6 font-bold tracking-tight">
              {match.isGroup ? matchName(match) : <ProfileLink match={match} />}
            </h1>
            <p className="h-4.5 truncate text-[0.8125rem] leading-4.5 text-ink-soft">{words}</p>
          </div>
        </div>
        <CallButtons match={roomMatch(match)} />
        <ThreadMenu match={match} />
      </div>
    </header>
  );
}

/** The name of a pair's other person; picture and presence beside it lead to their profile too. */
function ProfileLink({ match }: { match: MatchSummary }) {
  return (
    <PageLink
      href={`/matches/${match.id}/profile`}
      title="Profile"
      className="after:absolute after:inset-0 after:rounded-2xl focus-visible:outline-none focus-visible:after:outline-3 focus-visible:after:outline-link"
    >
      {matchName(match)}
    </PageLink>
  );
}
