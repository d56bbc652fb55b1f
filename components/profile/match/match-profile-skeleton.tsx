import { Skeleton } from "@/components/ui/skeleton";

/** The profile of a match while it loads. */
export function MatchProfileSkeleton() {
  return (
    <section aria-label="Profile" className="flex min-w-0 flex-1 flex-col bg-paper">
      <div className="safe-top border-b border-line bg-surface">
        <div className="h-16" />
      </div>
      <div
        role="status"
        aria-label="Loading the profile"
        className="mx-auto flex w-full max-w-md flex-col gap-4 p-4"
      >
        <Skeleton className="aspect-square rounded-card" />
        <Skeleton className="h-12 rounded-full" />
        <Skeleton className="h-40 rounded-card" />
      </div>
    </section>
  );
}
