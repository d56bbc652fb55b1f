"use client";

import { History, MessagesSquare, Phone, Settings, Sparkles } from "lucide-react";
import { usePathname } from "next/navigation";
import { useBadges } from "@/components/shell/badges";
import { cx } from "@/components/ui/class-names";
import { Mark } from "@/components/ui/mark";
import { PageLink } from "@/components/ui/page-link";

const places = [
  { href: "/discover", name: "Discover", Icon: Sparkles },
  { href: "/matches", name: "Matches", Icon: MessagesSquare },
  { href: "/calls", name: "Calls", Icon: History, badge: "calls", news: "missed" },
  { href: "/phone", name: "Phone", Icon: Phone, badge: "phone", news: "new in voicemail" },
  { href: "/settings", name: "Settings", Icon: Settings },
] as const;

/** Bottom bar on a phone (hidden inside a thread, where the keyboard is), rail from tablet width. */
export function Navigation() {
  const path = usePathname();
  const inThread = path.startsWith("/matches/");
  const badges = useBadges();
  return (
    <nav
      aria-label="Main"
      className={cx(
        "z-10 safe-bottom border-line bg-surface max-md:border-t md:flex md:w-20 md:flex-col md:items-center md:gap-6 md:border-r md:py-5",
        inThread && "max-md:hidden",
      )}
    >
      <Mark size={26} className="max-md:hidden" />
      <ul className="flex justify-around md:flex-col md:gap-2">
        {places.map(({ href, name, Icon, ...place }) => {
          const current = path.startsWith(href);
          const count = "badge" in place ? badges[place.badge] : 0;
          return (
            <li key={href} className="min-w-0 flex-1">
              <PageLink
                href={href}
                aria-current={current ? "page" : undefined}
                className={cx(
                  "group flex min-h-14 flex-col items-center justify-center gap-0.5 px-1 text-xs font-semibold md:min-h-16",
                  current ? "text-link" : "text-ink-soft hover:text-ink",
                )}
              >
                <span
                  className={cx(
                    "relative grid h-8 w-14 max-w-full place-items-center rounded-full transition-colors duration-200",
                    current ? "bg-mine-wash" : "group-hover:bg-sunken",
                  )}
                >
                  <Icon aria-hidden="true" size={21} strokeWidth={current ? 2.4 : 2} />
                  {count > 0 ? <Badge count={count} /> : null}
                </span>
                {name}
                {"news" in place && count > 0 ? (
                  <span className="sr-only">
                    {count} {place.news}
                  </span>
                ) : null}
              </PageLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function Badge({ count }: { count: number }) {
  return (
    <span
      aria-hidden="true"
      className="absolute -top-1 right-1.5 grid h-5 min-w-5 place-items-center rounded-full border-2 border-surface bg-coral px-1 text-[0.6875rem] leading-none font-bold text-on-coral"
    >
      {count > 9 ? "9+" : count}
    </span>
  );
}
