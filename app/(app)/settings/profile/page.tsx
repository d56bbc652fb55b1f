import type { Metadata } from "next";
import { requireViewer } from "@/app/(app)/viewer";
import { ProfileEditor } from "@/components/profile/edit/profile-editor";
import { SettingsPage } from "@/components/settings/settings-page";
import { ownProfileColumns } from "@/lib/profiles/draft";
import { createServerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Your profile" };

export default async function ProfilePage() {
  const { id, picture } = await requireViewer("/settings/profile");
  const client = await createServerClient();
  const [profile, age] = await Promise.all([
    client.from("profiles").select(ownProfileColumns).eq("id", id).single().throwOnError(),
    client.rpc("age_of", { p_profile_id: id }).throwOnError(),
  ]);
  return (
    <SettingsPage title="Your profile" wide>
      <ProfileEditor id={id} profile={profile.data} picture={picture} age={age.data} />
    </SettingsPage>
  );
}
