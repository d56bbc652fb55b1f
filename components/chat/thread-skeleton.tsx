import { Skeleton } from "@/components/ui/skeleton";

const bubbles = ["w-3/5", "w-2/5 self-end", "w-1/2 self-end", "w-2/3", "w-1/3", "w-3/5 self-end"];

/** A thread while it loads. */
export function ThreadSkeleton() {
  return (
    <section aria-label="Conversation" className="flex min-w-0 flex-1 flex-col bg-paper">
      <div className="safe-top border-b border-line bg-surface">
        <div className="flex h-16 items-center gap-3 px-4">
          <Skeleton className="size-11" />
          <Skeleton className="h-4 w-32" />
        </div>
      </div>
      <div
        role="status"
        aria-label="Loading the conversation"
        className="flex flex-1 flex-col justify-end gap-3 px-4 pb-24"
      >
        {bubbles.map((shape) => (
          <Skeleton key={shape} className={`h-11 max-w-80 rounded-bubble ${shape}`} />
        ))}
      </div>
    </section>
  );
}
