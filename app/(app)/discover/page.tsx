import type { Metadata } from "next";
import { requireViewer } from "@/app/(app)/viewer";
import { Discover } from "@/components/discover/discover";
import { listCards } from "@/lib/discovery/list-cards";
import { readPreferences } from "@/lib/discovery/preferences";
import { createServerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Discover" };

export default async function DiscoverPage() {
  const { id } = await requireViewer("/discover");
  const client = await createServerClient();
  const [cards, preferences] = await Promise.all([
    // The browser can fetch them too, so that a failure need not take the page along.
    listCards(client).catch(() => null),
    readPreferences(client, id),
  ]);
  return <Discover initial={cards} preferences={preferences} />;
}
