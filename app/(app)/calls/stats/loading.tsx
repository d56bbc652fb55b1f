import { CallsSubheader } from "@/components/calls/calls-header";
import { Skeleton } from "@/components/ui/skeleton";

export default function LoadingCallStats() {
  return (
    <>
      <CallsSubheader title="Statistics" />
      <div role="status" aria-label="Loading your statistics" className="flex flex-col gap-4">
        <Skeleton className="h-13 w-full" />
        <Skeleton className="h-28 w-full rounded-card" />
        <Skeleton className="h-72 w-full rounded-card" />
      </div>
    </>
  );
}
