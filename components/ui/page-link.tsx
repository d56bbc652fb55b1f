"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, useEffect, useRef } from "react";
import { useIdle } from "@/components/ui/use-idle";

interface PageLinkProps extends Omit<ComponentProps<"a">, "ref" | "onClick" | "target"> {
  /** A path of Duet. */
  href: string;
  /** Off: what it leads to is fetched when it is asked for. */
  prefetch?: boolean;
}

/** Keys and buttons by which people open a link elsewhere, or save it. */
const opensElsewhere = (event: React.MouseEvent) =>
  event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;

/**
 * A link inside the signed-in shell, where every page carries it along: a tenth of `next/link`. What
 * it leads to is fetched ahead when it is in sight, but never before the page that one has come for
 * is ready.
 */
export function PageLink({ href, prefetch = true, children, ...props }: PageLinkProps) {
  const router = useRouter();
  const idle = useIdle();
  const link = useRef<HTMLAnchorElement>(null);

  useEffect(() => {
    if (!idle || !prefetch || !link.current) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      router.prefetch(href);
    });
    observer.observe(link.current);
    return () => observer.disconnect();
  }, [idle, prefetch, router, href]);

  return (
    <a
      {...props}
      ref={link}
      href={href}
      onClick={(event) => {
        if (opensElsewhere(event)) return;
        event.preventDefault();
        router.push(href);
      }}
    >
      {children}
    </a>
  );
}
