"use client";

import { Toaster as Sonner } from "sonner";

/** Where toasts appear: under the header, where no control is. */
export function Toaster() {
  return (
    <Sonner
      position="top-center"
      offset={{ top: "var(--toast-top)" }}
      mobileOffset={{ top: "var(--toast-top)", left: "1rem", right: "1rem" }}
      duration={6000}
      gap={10}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-3 rounded-2xl bg-ink px-4 py-2.5 text-paper shadow-high md:w-90",
          title: "font-medium",
          description: "text-sm opacity-85",
          content: "flex-1",
          actionButton:
            "min-h-11 rounded-full px-3 font-semibold underline underline-offset-4 whitespace-nowrap",
        },
      }}
    />
  );
}
