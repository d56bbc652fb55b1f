import type { Metadata } from "next";
import Link from "next/link";
import { requireViewer } from "@/app/(app)/viewer";
import { RecordingList } from "@/components/recordings/recording-list";
import { buttonClass } from "@/components/ui/button-class";
import { listRecordings } from "@/lib/recordings/list";
import { createServerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Voicemail" };

export default async function VoicemailPage() {
  const { id } = await requireViewer("/phone/voicemail");
  const client = await createServerClient();
  const kind = "voicemail" as const;
  // The browser can fetch the list too, so that its failure need not take the page along.
  const page = await listRecordings(client, { profileId: id, kind, limit: 20 }).catch(() => null);
  return (
    <RecordingList
      kind={kind}
      me={id}
      initial={page}
      label="Voicemail"
      empty={{
        title: "No voicemail",
        words:
          "Whoever calls a number of yours and does not reach you can leave a message. You can listen to it here, and read it.",
        action: (
          <Link href="/settings/numbers" className={buttonClass("outline")}>
            Your numbers
          </Link>
        ),
      }}
    />
  );
}
