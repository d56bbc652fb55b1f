"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { whenIdle } from "@/lib/when-idle";

const Toaster = lazy(() =>
  import("@/components/ui/toaster").then((module) => ({ default: module.Toaster })),
);

/** How long a page may take to become idle before the toaster is mounted all the same. */
const idleTimeoutMs = 1000;

/** Mounts the toaster once the page has nothing better to do. */
export function ToasterHost() {
  const [ready, setReady] = useState(false);
  useEffect(() => whenIdle(() => setReady(true), idleTimeoutMs), []);
  return <Suspense>{ready ? <Toaster /> : null}</Suspense>;
}
