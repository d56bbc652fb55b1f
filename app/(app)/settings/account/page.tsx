import type { Metadata } from "next";
import { requireViewer } from "@/app/(app)/viewer";
import { SignOut } from "@/components/profile/sign-out";
import { SettingsPage } from "@/components/settings/settings-page";
import { SettingsSection } from "@/components/settings/settings-section";
import { createServerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const { id } = await requireViewer("/settings/account");
  const client = await createServerClient();
  const { data: contact } = await client
    .from("private_profiles")
    .select("phone, email")
    .eq("id", id)
    .maybeSingle()
    .throwOnError();
  return (
    <SettingsPage title="Account">
      <SettingsSection title="Signed in">
        <SignOut reachedAt={contact?.phone ?? contact?.email ?? null} />
      </SettingsSection>
    </SettingsPage>
  );
}
