import type { Metadata } from "next";
import { requireViewer } from "@/app/(app)/viewer";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata: Metadata = { title: "Matches" };

export default async function MatchesPage() {
  await requireViewer("/matches");
  return (
    <div className="hidden flex-1 place-items-center bg-sunken md:grid">
      <EmptyState title="Pick up where you left off">
        <p>Choose a match to read, write, or call.</p>
      </EmptyState>
    </div>
  );
}
