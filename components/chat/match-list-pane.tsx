"use client";

import { usePathname } from "next/navigation";
import { MatchListContent } from "@/components/chat/match-list-content";
import { cx } from "@/components/ui/class-names";

/** The list's pane: the whole page on a phone, the left column from tablet width. */
export function MatchListPane() {
  const inThread = usePathname().startsWith("/matches/");
  const Heading = inThread ? "h2" : "h1";
  return (
    <section
      aria-label="Matches"
      className={cx(
        "flex min-h-0 w-full shrink-0 flex-col border-line bg-surface md:w-80 md:border-r lg:w-96",
        inThread && "max-md:hidden",
      )}
    >
      <header className="safe-top px-5 pb-2">
        <Heading className="pt-5 text-3xl font-extrabold tracking-tight">Matches</Heading>
      </header>
      <MatchListContent />
    </section>
  );
}
