import { visitor } from "@/app/(app)/viewer";
import { MatchListPane } from "@/components/chat/match-list-pane";
import { MatchesProvider } from "@/components/chat/matches-context";
import { listMatches } from "@/lib/chat/queries";
import { env } from "@/lib/env";
import { createServerClient } from "@/lib/supabase/server";

export default async function MatchesLayout({ children }: { children: React.ReactNode }) {
  if ((await visitor()).state !== "viewer") return children;
  const client = await createServerClient();
  // The list can also be fetched by the browser, so that its failure need not take the page along.
  const matches = await listMatches(client).catch(() => null);
  return (
    <MatchesProvider initial={matches}>
      <main className="flex min-h-0 min-w-0 flex-1">
        <MatchListPane pushKey={env().push?.publicKey ?? null} />
        {children}
      </main>
    </MatchesProvider>
  );
}
