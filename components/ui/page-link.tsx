"use client";

import Link from "next/link";
import type { ComponentProps } from "react";
import { useIdle } from "@/components/ui/use-idle";

/**
 * A link inside the signed-in shell. What it leads to is fetched ahead, but never before the page
 * that one has come for is ready.
 */
export function PageLink(props: ComponentProps<typeof Link>) {
  const idle = useIdle();
  return <Link {...props} prefetch={idle ? null : false} />;
}
