import type { Metadata } from "next";
import { requireViewer } from "@/app/(app)/viewer";
import { BlockedList } from "@/components/profile/blocked-list";
import { SettingsPage } from "@/components/settings/settings-page";
import { SettingsSection } from "@/components/settings/settings-section";
import { ShareChoices } from "@/components/settings/share-choices";
import { blockedPeople } from "@/lib/blocks/blocked-people";
import { createServerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Privacy" };

export default async function PrivacyPage() {
  const { id } = await requireViewer("/settings/privacy");
  const client = await createServerClient();
  const [choices, blocked] = await Promise.all([
    client
      .from("private_profiles")
      .select("share_read_receipts, share_last_seen")
      .eq("id", id)
      .single()
      .throwOnError(),
    blockedPeople(client),
  ]);
  return (
    <SettingsPage title="Privacy">
      <SettingsSection title="What matches see">
        <ShareChoices id={id} saved={choices.data} />
      </SettingsSection>
      <SettingsSection title="Blocked people">
        <BlockedList people={blocked} />
      </SettingsSection>
    </SettingsPage>
  );
}
