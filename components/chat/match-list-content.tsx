"use client";

import { RefreshCw } from "lucide-react";
import { usePathname } from "next/navigation";
import { MatchListItem } from "@/components/chat/match-list-item";
import { MatchListSkeleton } from "@/components/chat/match-list-skeleton";
import { useMatches } from "@/components/chat/matches-context";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { PageLink } from "@/components/ui/page-link";

/** The list itself, or why there is none and what to do. */
export function MatchListContent() {
  const { matches, failed, refresh } = useMatches();
  const path = usePathname();

  if (!matches) return failed ? <ListError retry={refresh} /> : <MatchListSkeleton />;
  if (matches.length === 0) return <NoMatches />;
  return (
    <ul className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2 pb-4">
      {matches.map((match) => (
        <li key={match.id}>
          <MatchListItem match={match} current={path === `/matches/${match.id}`} />
        </li>
      ))}
    </ul>
  );
}

function NoMatches() {
  return (
    <EmptyState
      title="No matches yet"
      action={
        <PageLink href="/discover" className={buttonClass("primary")}>
          Discover people
        </PageLink>
      }
    >
      <p>When someone likes you back, the conversation starts here.</p>
    </EmptyState>
  );
}

function ListError({ retry }: { retry: () => Promise<void> }) {
  return (
    <EmptyState
      title="Your matches did not load"
      action={
        <button type="button" onClick={() => void retry()} className={buttonClass("primary")}>
          <RefreshCw aria-hidden="true" size={18} />
          Try again
        </button>
      }
    >
      <p role="alert">Check your connection. Nothing is lost.</p>
    </EmptyState>
  );
}
