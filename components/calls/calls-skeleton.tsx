import { Skeleton } from "@/components/ui/skeleton";

const rows = ["w-32", "w-24", "w-40", "w-28", "w-36", "w-24"];

/** The list of calls while it is on its way. */
export function CallsSkeleton() {
  return (
    <div role="status" aria-label="Loading your calls" className="flex flex-col">
      {rows.map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows never change
        <div key={index} className="flex min-h-18 items-center gap-3.5 px-3">
          <Skeleton className="size-11.5" />
          <div className="flex flex-col gap-2">
            <Skeleton className={`h-4 ${width}`} />
            <Skeleton className="h-3 w-44" />
          </div>
        </div>
      ))}
    </div>
  );
}
