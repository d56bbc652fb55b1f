import { Skeleton } from "@/components/ui/skeleton";

const rows = ["w-28", "w-20", "w-32", "w-24", "w-36", "w-16"];

/** The list while it loads. */
export function MatchListSkeleton() {
  return (
    <div role="status" aria-label="Loading your matches" className="px-2">
      {rows.map((width) => (
        <div key={width} className="flex min-h-20 items-center gap-3.5 px-3">
          <Skeleton className="size-14 shrink-0" />
          <div className="flex flex-1 flex-col gap-2.5">
            <Skeleton className={`h-4 ${width}`} />
            <Skeleton className="h-3.5 w-11/12" />
          </div>
        </div>
      ))}
    </div>
  );
}
