"use client";

import Link from "next/link";
import { RecentItem } from "@/components/phone/recent/recent-item";
import { useRecentCalls } from "@/components/phone/recent/use-recent-calls";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
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
      {failed ? (
        <p role="alert" className="px-3 py-2 text-sm font-medium text-danger">
          The list could not be brought up to date. Check your connection.
        </p>
      ) : null}
      {page.hasOlder ? (
        <Button look="quiet" busy={busy} className="mt-3 self-center" onClick={() => void more()}>
          Show more
        </Button>
      ) : null}
    </>
  );
}
