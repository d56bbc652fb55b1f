"use client";

import dynamic from "next/dynamic";

const Toaster = dynamic(() => import("@/components/ui/toaster").then((module) => module.Toaster), {
  ssr: false,
});

/** Mounts the toaster once the page can be used. */
export function ToasterHost() {
  return <Toaster />;
}
