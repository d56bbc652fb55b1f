import { CallsHeader } from "@/components/calls/calls-header";
import { CallsSkeleton } from "@/components/calls/calls-skeleton";

export default function LoadingCalls() {
  return (
    <>
      <CallsHeader />
      <CallsSkeleton />
    </>
  );
}
