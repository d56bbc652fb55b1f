import { CallsSubheader } from "@/components/calls/calls-header";
import { Skeleton } from "@/components/ui/skeleton";

export default function LoadingCall() {
  return (
    <>
      <CallsSubheader title="Call details" />
      <div
        role="status"
        aria-label="Loading the call"
        className="flex flex-col items-center gap-3 pt-2"
      >
        <Skeleton className="size-23" />
        <Skeleton className="mt-1 h-6 w-36" />
        <Skeleton className="h-4 w-28" />
        <Skeleton className="mt-5 h-44 w-full rounded-card" />
        <Skeleton className="h-36 w-full rounded-card" />
      </div>
    </>
  );
}
