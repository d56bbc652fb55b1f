"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cx } from "@/components/ui/class-names";

const others = [
  { href: "/phone/voicemail", name: "Voicemail" },
  { href: "/phone/recordings", name: "Recordings" },
] as const;

interface PhoneTabsProps {
  /** Whether there is a pad to dial with; else the first page lists whom one can call. */
  hasPad: boolean;
}

/** The pages of Phone. */
export function PhoneTabs({ hasPad }: PhoneTabsProps) {
  const path = usePathname();
  const tabs = [{ href: "/phone", name: hasPad ? "Keypad" : "Call" }, ...others];
  return (
    <nav aria-label="Phone" className="mt-2 mb-3">
      <ul className="grid auto-cols-fr grid-flow-col rounded-full bg-sunken p-1">
        {tabs.map(({ href, name }) => {
          const current = path === href;
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={current ? "page" : undefined}
                className={cx(
                  "flex min-h-11 items-center justify-center rounded-full px-1 text-sm font-semibold transition-colors duration-150 md:text-base",
                  current ? "bg-surface text-ink shadow-lift" : "text-ink-soft hover:text-ink",
                )}
              >
                {name}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
