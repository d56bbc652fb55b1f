"use client";

import Link from "next/link";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { TryAgain } from "@/components/ui/try-again";

interface NobodyLeftProps {
  /** Whether wider filters could help. */
  filtered: boolean;
  onFilters: () => void;
  onLookAgain: () => Promise<void>;
}

/** Nobody is left to decide about: what can be done. */
export function NobodyLeft({ filtered, onFilters, onLookAgain }: NobodyLeftProps) {
  const actions = filtered ? (
    <>
      <Button onClick={onFilters}>Widen your filters</Button>
      <TryAgain look="quiet" verb="Look again" onTry={onLookAgain} />
    </>
  ) : (
    <>
      <Link href="/settings/profile" className={buttonClass("primary")}>
        Edit your profile
      </Link>
      <TryAgain look="quiet" verb="Look again" onTry={onLookAgain} />
    </>
  );
  return (
    <EmptyState title="That is everybody for now" action={actions}>
      <p>
        {filtered
          ? "Nobody else fits your filters at the moment. Wider ones show you more people."
          : "New people come all the time. A few more words about you help them decide."}
      </p>
    </EmptyState>
  );
}
