import { Skeleton } from "@/components/ui/skeleton";

const cards = ["h-26", "h-96"];

export default function LoadingSettings() {
  return (
    <main className="flex-1 bg-paper">
      <div
        role="status"
        aria-label="Loading your settings"
        className="mx-auto flex max-w-2xl flex-col gap-4 px-4 pt-20 md:px-8"
      >
        {cards.map((height) => (
          <Skeleton key={height} className={`rounded-card ${height}`} />
        ))}
      </div>
    </main>
  );
}
