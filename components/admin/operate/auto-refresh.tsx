"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Has the server draw the page again while somebody looks at it. */
export function AutoRefresh({ seconds }: { seconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, seconds * 1000);
    return () => clearInterval(timer);
  }, [router, seconds]);
  return <p className="text-sm text-ink-soft">This page looks again every {seconds} seconds.</p>;
}
