import { useMatches } from "@/components/chat/matches-context";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";

/** In place of a thread that could not be looked up. */
export function ThreadUnreachable() {
  const { refresh } = useMatches();
  return (
    <section aria-label="Conversation" className="grid flex-1 place-items-center bg-paper">
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
    </section>
  );
}
