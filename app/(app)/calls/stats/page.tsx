import type { Metadata } from "next";
import { cookies } from "next/headers";
import { requireViewer } from "@/app/(app)/viewer";
import { CallsSubheader } from "@/components/calls/calls-header";
import { CallFiguresView } from "@/components/calls/figures/call-figures";
import { readFigures } from "@/lib/calls/call-figures";
import { daysOf, readRange } from "@/lib/calls/history/ranges";
import { createServerClient } from "@/lib/supabase/server";
import { placeCookie, readPlace } from "@/lib/time/place";

export const metadata: Metadata = { title: "Call statistics" };

export default async function CallStatsPage({ searchParams }: PageProps<"/calls/stats">) {
  await requireViewer("/calls/stats");
  const range = readRange(String((await searchParams).days ?? ""));
  const place = readPlace((await cookies()).get(placeCookie)?.value);
  const client = await createServerClient();
  // The browser can fetch the figures too, so that their failure need not take the page along.
  const figures = await readFigures(client, daysOf(range, new Date(), place)).catch(() => null);
  return (
    <>
      <CallsSubheader title="Statistics" />
      <CallFiguresView range={range} initial={figures} />
    </>
  );
}
