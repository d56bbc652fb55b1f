import { Skeleton } from "@/components/ui/skeleton";

/** Somebody is on their way. */
export function StackSkeleton() {
  return (
    <div role="status" aria-label="Looking for people" className="min-h-0 flex-1">
      <Skeleton className="h-full rounded-card" />
    </div>
  );
}
