import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { PageLink } from "@/components/ui/page-link";

/** In place of a thread that is over, blocked or unknown. */
export function ThreadGone() {
  return (
    <section aria-label="Conversation" className="grid flex-1 place-items-center bg-paper">
      <EmptyState
        level={1}
        title="This conversation is not available"
        action={
          <PageLink href="/matches" className={buttonClass("primary")}>
            Back to your matches
          </PageLink>
        }
      >
        <p>The match may have ended. Everyone else you matched with is still in your list.</p>
      </EmptyState>
    </section>
  );
}
