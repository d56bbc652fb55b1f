import type { Metadata } from "next";
import { requireViewer } from "@/app/(app)/viewer";
import { BlockedList } from "@/components/profile/blocked-list";
import { SettingsPage } from "@/components/settings/settings-page";
import { SettingsSection } from "@/components/settings/settings-section";
import { blockedPeople } from "@/lib/blocks/blocked-people";
import { createServerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Privacy" };

export default async function PrivacyPage() {
  await requireViewer("/settings/privacy");
  const blocked = await blockedPeople(await createServerClient());
  return (
    <SettingsPage title="Privacy">
      <SettingsSection title="Blocked people">
        <BlockedList people={blocked} />
      </SettingsSection>
    </SettingsPage>
  );
}
