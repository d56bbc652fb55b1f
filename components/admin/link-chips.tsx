import Link from "next/link";
import { cx } from "@/components/ui/class-names";

interface LinkChipsProps {
  /** Names the group of links. */
  label: string;
  links: readonly { key: string; name: string; href: string }[];
  /** Key of the one that is shown. */
  current: string;
}

/** Links to the views of one thing, side by side. */
export function LinkChips({ label, links, current }: LinkChipsProps) {
  return (
    <nav aria-label={label} className="flex gap-1.5 overflow-x-auto pb-1">
      {links.map(({ key, name, href }) => (
        <Link
          key={key}
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
