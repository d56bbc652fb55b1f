import type { Metadata } from "next";
import Link from "next/link";
import { requireViewer } from "@/app/(app)/viewer";
import { RecordingList } from "@/components/recordings/recording-list";
import { buttonClass } from "@/components/ui/button-class";
import { env } from "@/lib/env";
import { listRecordings } from "@/lib/recordings/list";
import { createServerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Recordings" };

export default async function RecordingsPage() {
  const { id } = await requireViewer("/phone/recordings");
  const client = await createServerClient();
  const kind = "call" as const;
  // The browser can fetch the list too, so that its failure need not take the page along.
  const page = await listRecordings(client, { profileId: id, kind, limit: 20 }).catch(() => null);
  const { retentionDays } = env().recordings;
  return (
    <RecordingList
      kind={kind}
      me={id}
      initial={page}
      label="Recordings"
      empty={{
        title: "No recordings",
        words: `A call is recorded when everybody in it allows it. It is kept for ${retentionDays} days, or until one of you deletes it.`,
        action: (
          <Link href="/matches" className={buttonClass("outline")}>
            Your matches
          </Link>
        ),
      }}
    />
  );
}
