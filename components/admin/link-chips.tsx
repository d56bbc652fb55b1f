"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { cx } from "@/components/ui/class-names";

interface LinkChipsProps {
  /** Names the group of links. */
  label: string;
  links: readonly { key: string; name: string; href: string }[];
  /** Key of the one that is shown. */
  current: string;
}

/** Links to the views of one thing, side by side; those that have no room are a swipe away. */
export function LinkChips({ label, links, current }: LinkChipsProps) {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const chip = row.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(current)}"]`);
    if (!row.current || !chip) return;
    row.current.scrollLeft = chip.offsetLeft - (row.current.clientWidth - chip.offsetWidth) / 2;
  }, [current]);
  return (
    <nav
      ref={row}
      aria-label={label}
      className="relative -mx-4 -my-1.5 flex gap-1.5 overflow-x-auto px-4 py-1.5 [scrollbar-width:none] md:-mx-8 md:px-8"
    >
      {links.map(({ key, name, href }) => (
        <Link
          key={key}
          data-key={key}
          href={href}
          aria-current={key === current ? "page" : undefined}
          className={cx(
            "inline-flex min-h-11 shrink-0 items-center rounded-full px-4 font-semibold",
            key === current ? "bg-mine text-on-mine" : "bg-surface text-ink hover:bg-sunken",
          )}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
