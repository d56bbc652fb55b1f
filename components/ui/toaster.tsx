"use client";

import { usePathname } from "next/navigation";
import { Toaster as Sonner } from "sonner";

export { toast } from "sonner";

/**
 * Where toasts appear: where there is no control. In a thread, and over the cards of discovery, that
 * is under the header, elsewhere above the bottom bar.
 */
export function Toaster() {
  const path = usePathname();
  const above = path.startsWith("/matches/") || path === "/discover";
  return (
    <Sonner
      position={above ? "top-center" : "bottom-center"}
      offset={above ? { top: "var(--toast-top)" } : { bottom: "1.5rem" }}
      mobileOffset={{
        top: "var(--toast-top)",
        bottom: "var(--toast-bottom)",
        left: "1rem",
        right: "1rem",
      }}
      duration={6000}
      gap={10}
      style={{ fontFamily: "inherit" }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-3 rounded-2xl bg-ink px-4 py-2 text-paper shadow-high md:w-90",
          title: "font-medium",
          content: "flex min-h-11 flex-1 items-center",
          actionButton:
            "min-h-11 rounded-full px-3 font-semibold underline underline-offset-4 whitespace-nowrap",
        },
      }}
    />
  );
}
