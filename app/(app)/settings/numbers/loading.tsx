import { Skeleton } from "@/components/ui/skeleton";

export default function LoadingNumbers() {
  return (
    <main className="flex-1 bg-paper">
      <div
        role="status"
        aria-label="Loading your numbers"
        className="mx-auto flex max-w-2xl flex-col gap-4 px-4 pt-20 md:px-8"
      >
        <Skeleton className="h-64 rounded-card" />
        <Skeleton className="h-64 rounded-card" />
      </div>
    </main>
  );
}
