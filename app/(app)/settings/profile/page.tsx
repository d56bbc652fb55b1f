import type { Metadata } from "next";
import { requireViewer } from "@/app/(app)/viewer";
import { ProfileForm } from "@/components/profile/profile-form";
import { SettingsPage } from "@/components/settings/settings-page";
import { SettingsSection } from "@/components/settings/settings-section";
import { createServerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Your profile" };

export default async function ProfilePage() {
  const { id } = await requireViewer("/settings/profile");
  const client = await createServerClient();
  const { data: profile } = await client
    .from("profiles")
    .select("display_name, bio")
    .eq("id", id)
    .single()
    .throwOnError();
  return (
    <SettingsPage title="Your profile">
      <SettingsSection title="About you">
        <ProfileForm id={id} name={profile.display_name} bio={profile.bio} />
      </SettingsSection>
    </SettingsPage>
  );
}
