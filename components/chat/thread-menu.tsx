"use client";

import { EllipsisVertical } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { iconButtonClass } from "@/components/ui/button-class";
import type { Person } from "@/lib/chat/types";

const OpenThreadMenu = dynamic(() =>
  import("@/components/chat/thread-menu-open").then((module) => module.OpenThreadMenu),
);

/** The menu's button; what it opens is fetched when someone reaches for it. */
export function ThreadMenu({ person }: { person: Person }) {
  const [wanted, setWanted] = useState(false);
  if (wanted) return <OpenThreadMenu person={person} />;
  return (
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
}
