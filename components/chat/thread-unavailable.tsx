"use client";

import Link from "next/link";
import { useMatches } from "@/components/chat/matches-context";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";

/** In place of a thread that is over, blocked, unknown, or could not be looked up. */
export function ThreadUnavailable({ unreachable }: { unreachable: boolean }) {
  const { refresh } = useMatches();
  return (
    <section aria-label="Conversation" className="grid flex-1 place-items-center bg-paper">
      {unreachable ? (
        <EmptyState
          level={1}
          title="The conversation did not load"
          action={
            <button type="button" onClick={() => void refresh()} className={buttonClass("primary")}>
              Try again
            </button>
          }
        >
          <p>Check your connection. Your messages are safe.</p>
        </EmptyState>
      ) : (
        <EmptyState
          level={1}
          title="This conversation is not available"
          action={
            <Link href="/matches" className={buttonClass("primary")}>
              Back to your matches
            </Link>
          }
        >
          <p>The match may have ended. Everyone else you matched with is still in your list.</p>
        </EmptyState>
      )}
    </section>
  );
}
