"use client";

import Link from "next/link";
import { RecentItem } from "@/components/phone/recent/recent-item";
import { useRecentCalls } from "@/components/phone/recent/use-recent-calls";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { ListEnd } from "@/components/ui/list-end";
import { TryAgain } from "@/components/ui/try-again";
import type { RecentPage } from "@/lib/calls/recent/types";

interface RecentListProps {
  /** Profile id of the signed-in person. */
  me: string;
  /** What the server has fetched; null when it could not. */
  initial: RecentPage | null;
}

/** Every call of the person, newest first, each with a way to call back. */
export function RecentList({ me, initial }: RecentListProps) {
  const { page, failed, busy, refresh, more } = useRecentCalls(me, initial);
  if (!page) {
    return (
      <EmptyState title="Your calls did not load" action={<TryAgain onTry={refresh} />}>
        <p role="alert">Your connection may be down, or ours. Nothing is lost.</p>
      </EmptyState>
    );
  }
  if (page.calls.length === 0) {
    return (
      <EmptyState
        title="No calls yet"
        action={
          <Link href="/matches" className={buttonClass("primary")}>
            Your matches
          </Link>
        }
      >
        <p>Voice, video and phone calls are listed here, with who called and how long it was.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <ul aria-label="Recent calls" className="flex flex-col">
        {page.calls.map((call) => (
          <RecentItem key={call.id} call={call} me={me} />
        ))}
      </ul>
      <ListEnd failed={failed} hasMore={page.hasOlder} busy={busy} onMore={() => void more()} />
    </>
  );
}
