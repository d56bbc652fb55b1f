import { Skeleton } from "@/components/ui/skeleton";

const rows = ["w-32", "w-24", "w-40"];

/** Recordings while they are on their way. */
export function RecordingsSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-3">
      {rows.map((width) => (
        <div key={width} className="flex h-33 gap-3.5 rounded-card bg-surface p-4 shadow-lift">
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
