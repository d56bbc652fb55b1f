"use client";

import { lazy, Suspense, useEffect, useState } from "react";

const Toaster = lazy(() =>
  import("@/components/ui/toaster").then((module) => ({ default: module.Toaster })),
);

/** Mounts the toaster once the page can be used. */
export function ToasterHost() {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return <Suspense>{ready ? <Toaster /> : null}</Suspense>;
}
