"use client";

import { useSurface } from "@/components/call/use-surface";
import { useIdle } from "@/components/ui/use-idle";

const fetchNews = async () => (await import("@/components/shell/news")).News;

/** Listens to news once the page is idle, as the connection that brings them begins then. */
export function NewsHost() {
  const News = useSurface(useIdle(), fetchNews);
  return News ? <News /> : null;
}
