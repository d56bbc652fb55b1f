"use client";

import Link from "next/link";
import { type ComponentProps, useSyncExternalStore } from "react";
import { createCell } from "@/lib/cell";
import { whenIdle } from "@/lib/when-idle";

/** How long a page may take to become idle before its links are followed up all the same. */
const patienceMs = 2000;
const idle = createCell(false);
let waits = false;

function subscribe(listener: () => void) {
  if (!waits) {
    waits = true;
    whenIdle(() => idle.update(() => true), patienceMs);
  }
  return idle.subscribe(listener);
}

/**
 * A link inside the signed-in shell. What it leads to is fetched ahead, but never before the page
 * that one has come for is ready.
 */
export function PageLink(props: ComponentProps<typeof Link>) {
  const ready = useSyncExternalStore(subscribe, idle.getSnapshot, () => false);
  return <Link {...props} prefetch={ready ? null : false} />;
}
