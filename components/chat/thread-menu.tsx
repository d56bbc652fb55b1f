"use client";

import { EllipsisVertical } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { iconButtonClass } from "@/components/ui/button-class";
import type { MatchSummary } from "@/lib/chat/types";

const OpenThreadMenu = lazy(() =>
  import("@/components/chat/thread-menu-open").then((module) => ({
    default: module.OpenThreadMenu,
  })),
);

/** The menu's button; what it opens is fetched when someone reaches for it. */
export function ThreadMenu({ match }: { match: MatchSummary }) {
  const [wanted, setWanted] = useState(false);
  const button = (
    <button
      type="button"
      aria-label="More"
      aria-haspopup="menu"
      aria-expanded={false}
      className={iconButtonClass()}
      onClick={() => setWanted(true)}
    >
      <EllipsisVertical aria-hidden="true" size={22} />
    </button>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <OpenThreadMenu match={match} />
    </Suspense>
  );
}
