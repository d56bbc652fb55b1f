import { StackSkeleton } from "@/components/discover/stack-skeleton";

export default function LoadingDiscover() {
  return (
    <div className="safe-top mx-auto flex h-full w-full max-w-5xl flex-col px-4 pt-20 pb-28 md:px-8">
      <StackSkeleton />
    </div>
  );
}
