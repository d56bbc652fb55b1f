import { ChevronRight, type LucideIcon } from "lucide-react";
import Link from "next/link";

interface SettingsLinkProps {
  href: string;
  name: string;
  /** What is to be found there, in one line. */
  hint: string;
  Icon: LucideIcon;
}

/** A line of the settings that leads to a page of them. */
export function SettingsLink({ href, name, hint, Icon }: SettingsLinkProps) {
  return (
    <li>
      <Link
        href={href}
        className="flex min-h-18 items-center gap-4 px-4 py-3 transition-colors duration-150 hover:bg-sunken active:bg-sunken md:px-5"
      >
        <span className="grid size-11 shrink-0 place-items-center rounded-full bg-mine-wash text-link">
          <Icon aria-hidden="true" size={20} />
        </span>
        <span className="min-w-0 flex-1">
          <span className="block font-semibold">{name}</span>
          <span className="block text-sm text-ink-soft">{hint}</span>
        </span>
        <ChevronRight aria-hidden="true" size={20} className="shrink-0 text-ink-soft" />
      </Link>
    </li>
  );
}
